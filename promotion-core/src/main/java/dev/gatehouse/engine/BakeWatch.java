package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Looks at live targets while their wave bakes; a degraded one has failed. Thread-safe. */
record BakeWatch(TargetJournal journal, ControlPlanes planes) {
  private static final Duration EVERY = Duration.ofMinutes(1);

  /** Looks once; returns when to look again, or empty when there is nothing left to watch. */
  Optional<Instant> look(Promotion promotion, TargetState state, Target target) {
    Instant now = journal.now();
    try {
      LiveState seen =
          planes
              .of(target)
              .liveStateReader()
              .read(
                  Requests.written(promotion, state, target, state.revision().orElseThrow()), now);
      Optional<Reason> ill =
          seen.reason()
              .filter(reason -> seen.status() == LiveState.Status.DEGRADED)
              .filter(reason -> !PriorFault.isOld(state, reason));
      if (ill.isPresent()) {
        journal.record(
            promotion, state, new PromotionEvent.TargetDegraded(target.name(), ill.get()));
        return Optional.empty();
      }
      return Optional.of(notLaterThan(now.plus(EVERY), seen.recheckAt()));
    } catch (PlatformException away) {
      return Optional.of(now.plus(EVERY));
    }
  }

  private static Instant notLaterThan(Instant latest, Optional<Instant> asked) {
    return asked.filter(latest::isAfter).orElse(latest);
  }
}
