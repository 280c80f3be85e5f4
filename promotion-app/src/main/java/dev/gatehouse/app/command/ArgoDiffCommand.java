package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.app.argo.DiffLook;
import dev.gatehouse.app.argo.TargetDiff;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ArgoDiffView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what lives at the targets of a promotion against what Git wants there. */
@Command(
    name = "diff",
    description = "Show what lives at the targets of a promotion against what Git wants there.")
public final class ArgoDiffCommand extends EngineCommand {
  @Parameters(
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>, also before a promotion.")
  String promotion = "";

  @Option(
      names = "--shard",
      split = ",",
      paramLabel = "<shard>",
      description = "Look at targets of these shards only.")
  List<String> shards = List.of();

  @Option(
      names = "--target",
      split = ",",
      paramLabel = "<target>",
      description = "Look at these targets only.")
  List<String> targets = List.of();

  /** Creates the command in these surroundings. */
  public ArgoDiffCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    Optional<Reason> refusal = session.refusal(Verb.SEE);
    if (refusal.isPresent()) {
      return ReasonView.refused(refusal.get(), ink());
    }
    Rulebook rules = session.composition().rulebook();
    Answer answer = session.promotions().ask(session.id(promotion), session.actor());
    Optional<StageTargets> place =
        answer instanceof Answer.Accepted accepted
            ? Optional.of(StageTargets.of(accepted.promotion(), rules))
            : StageTargets.typed(promotion, rules);
    return place
        .map(found -> report(found, session))
        .orElseGet(() -> ReasonView.refused(((Answer.Refused) answer).reason(), ink()));
  }

  private Report report(StageTargets place, Session session) {
    Set<ShardName> wanted = session.shards(shards);
    List<Target> chosen = place.chosen(targets);
    DiffLook look = new DiffLook(session.composition().argo()::client);
    List<TargetDiff> found = new ArrayList<>();
    for (Target target : chosen) {
      if (shards.isEmpty() || wanted.contains(target.shard())) {
        found.add(look.look(target, place.state(target.name())));
      }
    }
    return ArgoDiffView.of(place.title(), place.promotion().map(Promotion::id), found, ink());
  }
}
