package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.PromotionFilter;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ListView;
import dev.gatehouse.app.view.NoticeView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Judges waiting promotions now: all of them, or one. */
@Command(
    name = "recheck",
    description = "Judge waiting promotions now, whatever time they wait for.")
public final class RecheckCommand extends EngineCommand {
  private static final PromotionFilter OPEN =
      new PromotionFilter(Optional.empty(), Optional.empty(), true, 10_000);

  @Parameters(
      arity = "0..1",
      paramLabel = "<promotion>",
      description = "An id, its beginning, or <application>/<stage>. Default: every open one.")
  @Nullable String promotion;

  /** Creates the command in these surroundings. */
  public RecheckCommand(Surroundings around) {
    super(around);
  }

  @Override
  Report on(Session session) {
    if (promotion != null) {
      return session.acted(session.promotions().recheck(session.id(promotion), session.actor()));
    }
    Optional<Reason> refusal = session.refusal(Verb.PROPOSE);
    if (refusal.isPresent()) {
      return ReasonView.refused(refusal.get(), ink());
    }
    Listing<Promotion> seen = session.promotions().list(OPEN, session.actor());
    if (seen instanceof Listing.Refused<Promotion> unseen) {
      return ReasonView.refused(unseen.reason(), ink());
    }
    List<Reason> refused = new ArrayList<>();
    for (Promotion open : seen.found().orElseThrow()) {
      Answer answer = session.promotions().recheck(open.id(), session.actor());
      if (answer instanceof Answer.Refused no) {
        refused.add(no.reason());
      } else {
        session.composition().decideNow(open.id());
      }
    }
    Report report =
        ListView.of(
            session.promotions().list(OPEN, session.actor()).found().orElseThrow(),
            "No promotion is open, so there is nothing to judge. All of them: gatehouse status",
            session.waits(),
            ink());
    return refused.isEmpty() ? report : NoticeView.before(report, refused, ink());
  }
}
