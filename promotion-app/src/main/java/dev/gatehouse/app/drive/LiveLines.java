package dev.gatehouse.app.drive;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.runtime.ObservationListener;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.TargetName;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * What control planes show of targets, for the thread that prints it: each target again only when
 * it looks different than before. It is shown and not recorded. Bounded and thread-safe.
 */
public final class LiveLines implements ObservationListener {
  private static final int MOST = 10_000;

  private record Key(PromotionId promotion, TargetName target) {}

  private final Map<Key, LiveState.Observed> last =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, LiveState.Observed> eldest) {
          return size() > MOST;
        }
      };

  private final Queue<Observation> fresh = new ConcurrentLinkedQueue<>();
  private final InstantSource clock;

  /** Creates one that has seen nothing yet. */
  public LiveLines(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public void observed(WrittenRevision written, LiveState.Observed seen) {
    Key key = new Key(written.promotion(), written.target().name());
    synchronized (last) {
      if (seen.equals(last.put(key, seen)) || fresh.size() >= MOST) {
        return;
      }
    }
    fresh.add(new Observation(key.promotion(), key.target(), seen, clock.instant()));
  }

  /**
   * Gives what is new to the consumer, on the calling thread, in the order in which it was seen.
   */
  public void show(Consumer<Observation> shown) {
    for (Observation each = fresh.poll(); each != null; each = fresh.poll()) {
      shown.accept(each);
    }
  }
}
