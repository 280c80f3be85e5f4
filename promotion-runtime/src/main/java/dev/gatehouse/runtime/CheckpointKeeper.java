package dev.gatehouse.runtime;

import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.spi.HistoryStore;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes a checkpoint at the end of each promotion and every hundred rows, and keeps it outside the
 * database as well. Thread-safe.
 */
final class CheckpointKeeper {
  static final long ROWS = 100;
  private static final System.Logger LOG = System.getLogger(CheckpointKeeper.class.getName());

  private final HistoryStore store;
  private final KeptCheckpoints kept;
  private final InstantSource clock;
  private final AtomicLong unsealed = new AtomicLong();

  CheckpointKeeper(HistoryStore store, KeptCheckpoints kept, InstantSource clock) {
    this.store = store;
    this.kept = kept;
    this.clock = clock;
  }

  /** Receives what was appended. */
  void appended(List<Recorded> events) {
    boolean ended = events.stream().anyMatch(e -> e.event() instanceof PromotionEvent.Ended);
    if (unsealed.addAndGet(events.size()) >= ROWS || ended) {
      seal();
    }
  }

  /** What was appended stays appended, whatever becomes of the seal. */
  private void seal() {
    try {
      checkpoint(clock.instant());
    } catch (PlatformException e) {
      LOG.log(System.Logger.Level.WARNING, "no checkpoint was taken: " + e.getMessage());
    }
  }

  /** Takes a checkpoint and keeps it. */
  Checkpoint checkpoint(Instant now) {
    unsealed.set(0);
    Checkpoint checkpoint = store.checkpoint(now);
    try {
      kept.keep(checkpoint);
    } catch (IOException e) {
      LOG.log(
          System.Logger.Level.WARNING,
          "a checkpoint could not be kept in " + kept.file() + ": " + e.getMessage());
    }
    return checkpoint;
  }
}
