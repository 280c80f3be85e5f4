package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;

/** What a person's act leads to: events to append, or a refusal. */
record Outcome(List<PromotionEvent> events, Optional<Reason> refusal) {
  Outcome {
    events = List.copyOf(events);
  }

  static Outcome done(List<PromotionEvent> events) {
    return new Outcome(events, Optional.empty());
  }

  static Outcome refused(Reason reason) {
    return new Outcome(List.of(), Optional.of(reason));
  }
}
