package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.app.terminal.Surroundings;
import dev.gatehouse.app.view.ListView;
import dev.gatehouse.app.view.NoticeView;
import dev.gatehouse.app.view.ReasonView;
import dev.gatehouse.plan.PromotionId;
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
  private static final PromotionQuery OPEN = PromotionQuery.open(10_000);

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
      return session.on(
          promotion, id -> session.acted(session.promotions().recheck(id, session.caller())));
    }
    List<Reason> refused = new ArrayList<>();
    int all = 0;
    Optional<PromotionQuery> page = Optional.of(OPEN);
    while (page.isPresent()) {
      Listing<Promotion> seen = session.promotions().list(page.get(), session.caller());
      if (seen instanceof Listing.Refused<Promotion> unseen) {
        return ReasonView.refused(unseen.reason(), ink());
      }
      Listing.Shown<Promotion> open = (Listing.Shown<Promotion>) seen;
      open.items().forEach(one -> judge(one.id(), session).ifPresent(refused::add));
      all += open.items().size();
      page = open.next().map(OPEN::after);
    }
    if (all > 0 && refused.size() == all) {
      return ReasonView.refused(refused.get(0), ink());
    }
    Listing<Promotion> judged = session.promotions().list(OPEN, session.caller());
    if (judged instanceof Listing.Refused<Promotion> unseen) {
      return ReasonView.refused(unseen.reason(), ink());
    }
    Report report =
        ListView.of(
            (Listing.Shown<Promotion>) judged,
            "No promotion is open, so there is nothing to judge. All of them: gatehouse status",
            session.waits(),
            ink());
    return refused.isEmpty() ? report : NoticeView.before(report, refused, ink());
  }

  private static Optional<Reason> judge(PromotionId id, Session session) {
    if (session.promotions().recheck(id, session.caller()) instanceof Answer.Refused no) {
      return Optional.of(no.reason());
    }
    session.promotions().decideNow(id, session.caller());
    return Optional.empty();
  }
}
