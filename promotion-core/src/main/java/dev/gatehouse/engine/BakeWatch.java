package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
      boolean known =
          seen.status() == LiveState.Status.LIVE || seen.status() == LiveState.Status.DEGRADED;
      Optional<Instant> counts =
          known ? counted(promotion, state, target.name(), now) : Optional.empty();
      return Optional.of(earliest(now.plus(EVERY), List.of(seen.recheckAt(), counts)));
    } catch (PlatformException away) {
      return Optional.of(now.plus(EVERY));
    }
  }

  /** Records the look when it counts; returns when the next one does. */
  private Optional<Instant> counted(
      Promotion promotion, TargetState state, TargetName target, Instant now) {
    Optional<Instant> due = due(promotion, target);
    if (due.isEmpty() || due.get().isAfter(now)) {
      return due;
    }
    int number = promotion.looks().of(target) + 1;
    journal.record(promotion, state, new PromotionEvent.TargetWatched(target, number));
    return journal.journal().find(promotion.id()).flatMap(after -> due(after, target));
  }

  private static Optional<Instant> due(Promotion promotion, TargetName target) {
    return promotion
        .waveSince()
        .flatMap(
            since ->
                promotion
                    .plan()
                    .map(plan -> plan.bakeAfter(promotion.wave()).time())
                    .flatMap(time -> promotion.looks().due(target, since, time)));
  }

  private static Instant earliest(Instant latest, List<Optional<Instant>> asked) {
    return Stream.concat(Stream.of(latest), asked.stream().flatMap(Optional::stream))
        .min(Comparator.naturalOrder())
        .orElse(latest);
  }
}
