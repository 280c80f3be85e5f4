package dev.gatehouse.spi;

import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks a control plane to make a written revision live, where it does not do so automatically.
 *
 * <p>Guarantees: asking again for the same revision and promotion starts nothing again, also from
 * another process after a crash; a closed window or another operation is waited for, never fought.
 * Thread-safe.
 */
public interface Syncer {
  /** Where every control plane syncs automatically. */
  Syncer NONE =
      new Syncer() {
        @Override
        public Optional<SyncOutcome.Later> hold(Target target, Instant now) {
          return Optional.empty();
        }

        @Override
        public SyncOutcome sync(WrittenRevision written, Instant now) {
          return new SyncOutcome.NotNeeded();
        }

        @Override
        public SyncOutcome rollBack(WrittenRevision failed, Instant now) {
          return new SyncOutcome.NotNeeded();
        }
      };

  /**
   * Tells before anything is written why nothing can go live now, and when it can: a window is
   * closed. Empty when nothing is known to be against it, also when the control plane does not
   * answer, for the change may be what fixes it.
   */
  Optional<SyncOutcome.Later> hold(Target target, Instant now);

  /** Asks for the revision to be made live. */
  SyncOutcome sync(WrittenRevision written, Instant now);

  /**
   * Asks for what was live before this revision, from the control plane's own memory; for when Git
   * cannot be reverted. {@link SyncOutcome.NotNeeded} where the control plane has no such way.
   */
  SyncOutcome rollBack(WrittenRevision failed, Instant now);
}
