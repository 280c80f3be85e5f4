package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.promotion.Overdue;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Records what befalls one target, unless it has moved on in the meantime; thread-safe. */
record TargetJournal(Journal journal, ShardSlots slots, OutageTolerance patience) {
  Instant now() {
    return journal.now();
  }

  /** Reads the target again after something was recorded of it. */
  TargetState again(Promotion promotion, TargetName target) {
    return Optional.ofNullable(journal.find(promotion.id()).orElseThrow().targets().get(target))
        .orElseThrow();
  }

  /** Appends the event; returns whether it did. */
  boolean record(Promotion promotion, TargetState seen, PromotionEvent event) {
    AtomicBoolean appended = new AtomicBoolean();
    journal.act(
        promotion.id(),
        Journal.ENGINE,
        now -> {
          TargetState state = now.targets().get(seen.target());
          boolean same =
              state != null
                  && state.step() == seen.step()
                  && state.since().equals(seen.since())
                  && state.run().equals(seen.run())
                  && !now.phase().isFinal();
          appended.set(same);
          return same ? List.of(event) : List.of();
        });
    return appended.get();
  }

  /** Records what the target waits for, where that is news; returns when to look again. */
  Optional<Instant> waiting(Promotion promotion, TargetState state, Reason shown, Instant again) {
    Reason why = Hiding.reason(shown);
    boolean turned = Overdue.isOne(why) != state.reason().filter(Overdue::isOne).isPresent();
    if (turned || patience.isNews(state, why, journal.now())) {
      record(promotion, state, new PromotionEvent.TargetWaiting(state.target(), why));
    }
    return Optional.of(again);
  }

  /** Records the end of a step that frees the shard and gives the word back to the decider. */
  Optional<Instant> settle(
      Promotion promotion, TargetState state, Target target, PromotionEvent event) {
    record(promotion, state, event);
    slots.free(target.shard(), promotion.id(), state.target(), journal.now());
    return Optional.empty();
  }
}
