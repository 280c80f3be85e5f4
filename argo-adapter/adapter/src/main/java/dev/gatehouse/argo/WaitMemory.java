package dev.gatehouse.argo;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.HealthState;
import dev.gatehouse.argocd.model.OperationState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers of each wait what no answer of Argo CD tells: since when the health has been the same,
 * by our own clock, and whether a comparison was asked for.
 *
 * <p>A process that begins again remembers nothing, so that health settles again and one more
 * comparison is asked for. Bounded, for a wait may be abandoned without a word; thread-safe.
 */
final class WaitMemory {
  private static final int MOST = 20_000;

  /** A comparison in the same second as the end could not be told from one before it. */
  private static final Duration A_LATER_SECOND = Duration.ofSeconds(2);

  private final Map<String, Health> healths = bounded();
  private final Map<String, Unclear> unclear = bounded();

  private record Health(HealthState state, Instant since) {}

  private record Unclear(Optional<Instant> ended, Instant since, boolean isAskedFor) {}

  private static <T> Map<String, T> bounded() {
    return new LinkedHashMap<>(16, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
      }
    };
  }

  /** Returns when the health that the answer shows has been for this long. */
  synchronized Instant settledAt(String wait, Application answer, Duration span, Instant now) {
    HealthState state = answer.status().health();
    Health before = healths.get(wait);
    if (before == null || !isSame(before.state(), state)) {
      before = new Health(state, now);
      healths.put(wait, before);
    }
    return before.since().plus(span);
  }

  /** What people are told about the health may change while the health does not. */
  private static boolean isSame(HealthState one, HealthState other) {
    return one.status().equals(other.status())
        && one.lastTransitionTime().equals(other.lastTransitionTime());
  }

  synchronized void unsettle(String wait) {
    healths.remove(wait);
  }

  /** Returns when a comparison that is asked for can be told from those before the end. */
  synchronized Instant comparableAt(String wait, Application answer, Instant now) {
    return unclear(wait, answer, now).since().plus(A_LATER_SECOND);
  }

  /** Tells the first caller after each end of an operation to ask for a comparison. */
  synchronized boolean asksForComparison(String wait, Application answer, Instant now) {
    Unclear known = unclear(wait, answer, now);
    unclear.put(wait, new Unclear(known.ended(), known.since(), true));
    return !known.isAskedFor();
  }

  private Unclear unclear(String wait, Application answer, Instant now) {
    Optional<Instant> ended = answer.status().operationState().flatMap(OperationState::finishedAt);
    Unclear known = unclear.get(wait);
    if (known == null || !known.ended().equals(ended)) {
      known = new Unclear(ended, now, false);
      unclear.put(wait, known);
    }
    return known;
  }

  synchronized void forget(String wait) {
    healths.remove(wait);
    unclear.remove(wait);
  }
}
