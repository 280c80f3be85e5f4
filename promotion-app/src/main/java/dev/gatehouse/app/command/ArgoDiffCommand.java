package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Found;
import dev.gatehouse.app.argo.DiffLook;
import dev.gatehouse.app.argo.TargetDiff;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ArgoDiffView;
import dev.gatehouse.app.view.FoundView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Shows what lives at the targets of a promotion against what Git wants there, and against what it
 * would want after the promotion.
 */
@Command(
    name = "diff",
    description = "Show what lives at the targets of a promotion against what its plan would make.")
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

  @Mixin ContentOptions content = new ContentOptions();

  /** Creates the command in these surroundings. */
  public ArgoDiffCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    Found found = session.promotions().find(promotion, session.caller());
    Optional<StageTargets> typed = StageTargets.typed(promotion, session.composition().rulebook());
    if (found instanceof Found.One) {
      return session.on(promotion, id -> promoted(id, typed, session));
    }
    return found instanceof Found.None && typed.isPresent()
        ? report(typed.get(), session)
        : FoundView.of(found, ink());
  }

  /** A change that is typed is checked for itself, whatever was promoted there before. */
  private Report promoted(PromotionId id, Optional<StageTargets> typed, Session session) {
    Answer answer = session.promotions().ask(id, session.caller());
    if (answer instanceof Answer.Refused refused) {
      return ReasonView.refused(refused.reason(), ink());
    }
    StageTargets promoted =
        StageTargets.of(((Answer.Accepted) answer).promotion(), session.composition().rulebook());
    return report(
        content.isEmpty() ? promoted : typed.orElseGet(promoted::withoutPromotion), session);
  }

  private Report report(StageTargets place, Session session) {
    Set<ShardName> wanted = session.shards(shards);
    List<Target> chosen =
        place.chosen(targets).stream()
            .filter(target -> shards.isEmpty() || wanted.contains(target.shard()))
            .toList();
    Map<Target, ManifestDiff> plan = new HashMap<>();
    Optional<Change> change = change(place);
    if (change.isPresent()) {
      List<Target> open = chosen.stream().filter(t -> !place.isWritten(t.name())).toList();
      List<EditPreview> previews = session.composition().previews(change.get(), open);
      for (int i = 0; i < open.size(); i++) {
        if (previews.get(i) instanceof EditPreview.Refused refused) {
          return ReasonView.refused(refused.reason(), ink());
        }
        plan.put(open.get(i), ((EditPreview.Computed) previews.get(i)).diff());
      }
    }
    DiffLook look = new DiffLook(session.composition().argo()::client);
    List<TargetDiff> found =
        chosen.stream()
            .map(t -> look.look(t, place.state(t.name()), Optional.ofNullable(plan.get(t))))
            .toList();
    return ArgoDiffView.of(place.title(), place.promotion().map(Promotion::id), found, ink());
  }

  /** The change that is typed, else that of a promotion that has not ended. */
  private Optional<Change> change(StageTargets place) {
    if (content.isEmpty()) {
      return place.promotion().filter(p -> !p.phase().isFinal()).map(Promotion::change);
    }
    String application = place.title().substring(0, place.title().indexOf('/'));
    return Optional.of(
        new Change(
            new ApplicationName(application),
            content.artifacts(),
            content.revision(),
            List.of(),
            ""));
  }
}
