package dev.gatehouse.argo;

import dev.gatehouse.argo.model.Application;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Remembers since when each application has shown the same health, by our own clock; a process that
 * begins anew lets it settle anew. Bounded and thread-safe.
 */
final class Settling {
  private static final int MOST = 20_000;

  private final Map<String, Seen> seen =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
          return size() > MOST;
        }
      };

  private record Seen(String health, Optional<Instant> changed, Instant since) {
    boolean isSame(String other, Optional<Instant> otherChanged) {
      return health.equals(other) && changed.equals(otherChanged);
    }
  }

  /** Returns when the health that the answer shows has stood for this long. */
  synchronized Instant settledAt(String key, Application answer, Duration span, Instant now) {
    String health = answer.status().health().status();
    Optional<Instant> changed = answer.status().health().lastTransitionTime();
    Seen before = seen.get(key);
    if (before == null || !before.isSame(health, changed)) {
      before = new Seen(health, changed, now);
      seen.put(key, before);
    }
    return before.since().plus(span);
  }

  synchronized void forget(String key) {
    seen.remove(key);
  }
}
