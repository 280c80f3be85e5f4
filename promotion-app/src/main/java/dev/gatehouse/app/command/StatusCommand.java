package dev.gatehouse.app.command;

import static java.util.stream.Collectors.joining;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ListView;
import dev.gatehouse.app.view.NoticeView;
import dev.gatehouse.app.view.PromotionView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.StageName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows where promotions stand: all in a list, or one with everything that is known. */
@Command(name = "status", description = "Show the state of all promotions, or one in detail.")
public final class StatusCommand extends EngineCommand {
  private static final int NAMED = 5;

  @Parameters(
      arity = "0..1",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>. Default: list them.")
  @Nullable String promotion;

  @Option(names = "--application", paramLabel = "<name>", description = "Only of this application.")
  @Nullable String application;

  @Option(names = "--stage", paramLabel = "<stage>", description = "Only to this stage.")
  @Nullable String stage;

  @Option(names = "--open", description = "Only those that have not ended.")
  boolean open;

  @Option(names = "--limit", paramLabel = "<n>", description = "At most this many. Default: 20.")
  int limit = 20;

  @Option(
      names = "--after",
      paramLabel = "<promotion>",
      description = "Continue the list after this promotion, the last one of the page before.")
  @Nullable String after;

  /** Creates the command in these surroundings. */
  public StatusCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    if (promotion == null) {
      Listing<Promotion> answer = session.promotions().list(query(), session.caller());
      if (answer instanceof Listing.Refused<Promotion> refused) {
        return ReasonView.refused(refused.reason(), ink());
      }
      Listing.Shown<Promotion> page = (Listing.Shown<Promotion>) answer;
      Report report = ListView.of(page, none(), session.waits(), ink());
      return noticed(session, report, page.items());
    }
    return session.on(promotion, id -> shown(session, id));
  }

  private Report shown(Session session, PromotionId id) {
    Answer answer = session.promotions().ask(id, session.caller());
    return answer instanceof Answer.Refused refused
        ? ReasonView.refused(refused.reason(), ink())
        : shown(session, ((Answer.Accepted) answer).promotion());
  }

  private Report shown(Session session, Promotion shown) {
    Report report = PromotionView.inDetail(shown, session.waits(), ink());
    return noticed(session, report, List.of(shown));
  }

  private PromotionQuery query() {
    return new PromotionQuery(
        Optional.ofNullable(application).map(ApplicationName::new),
        Optional.ofNullable(stage).map(StageName::new),
        open,
        Optional.ofNullable(after).map(PromotionId::new),
        limit);
  }

  private String none() {
    if (after != null) {
      return "No more promotions. All of them: gatehouse status";
    }
    if (application == null && stage == null) {
      return open
          ? "No promotion is open. All of them: gatehouse status"
          : "No promotions yet. Propose one: gatehouse promote <application> --to <stage>";
    }
    return "No such promotion. All of them: gatehouse status";
  }

  private Report noticed(Session session, Report report, List<Promotion> shown) {
    List<PromotionId> others =
        session.composition().judgedByOtherRules(shown).stream().map(Promotion::id).toList();
    return others.isEmpty()
        ? report
        : NoticeView.before(report, List.of(changedRules(others)), ink());
  }

  private static Reason changedRules(List<PromotionId> judgedByOthers) {
    boolean one = judgedByOthers.size() == 1;
    return new Reason(
        ReasonCode.of("rules-changed"),
        one
            ? "The rules have changed since its gates were judged."
            : "The rules have changed since the gates of "
                + judgedByOthers.size()
                + " promotions were judged.",
        "promotion "
            + judgedByOthers.stream().limit(NAMED).map(PromotionId::value).collect(joining(", "))
            + (judgedByOthers.size() > NAMED ? ", …" : ""),
        "Judge now: gatehouse recheck" + (one ? " " + judgedByOthers.get(0) : "") + ".");
  }
}
