package dev.gatehouse.app.command;

import dev.gatehouse.api.Answer;
import dev.gatehouse.app.view.EventView;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Wait;
import java.time.Instant;
import java.util.Optional;

/** Says when a wave begins to be watched, which is no event of its own. */
final class BakeLine {
  private BakeLine() {}

  /** Returns the line that follows an event; empty unless the event began a watch. */
  static Optional<String> after(Recorded event, Session session) {
    if (event.event().type() != PromotionEvent.Type.TARGET_LIVE) {
      return Optional.empty();
    }
    Instant now = session.around().clock().instant();
    return session.promotions().ask(event.promotion(), session.caller())
            instanceof Answer.Accepted seen
        ? line(event, seen.promotion(), session, now)
        : Optional.empty();
  }

  private static Optional<String> line(
      Recorded event, Promotion promotion, Session session, Instant now) {
    return session.waits().of(promotion).stream()
        .filter(wait -> wait.kind() == Wait.Kind.BAKE)
        .findFirst()
        .map(wait -> EventView.time(event.at()) + "  " + wait.line(now));
  }
}
