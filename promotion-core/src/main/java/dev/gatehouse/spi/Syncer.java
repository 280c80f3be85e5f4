package dev.gatehouse.spi;

import java.time.Instant;

/**
 * Asks a control plane to make a written revision live, where it does not do so by itself.
 *
 * <p>Guarantees: asking again for the same revision and promotion starts nothing again, also from
 * another process after a crash; a closed window or another operation is waited for, never fought.
 * Thread-safe.
 */
public interface Syncer {
  /** Where every control plane syncs by itself. */
  Syncer NONE =
      new Syncer() {
        @Override
        public SyncOutcome sync(WrittenRevision written, Instant now) {
          return new SyncOutcome.NotNeeded();
        }

        @Override
        public SyncOutcome rollBack(WrittenRevision failed, Instant now) {
          return new SyncOutcome.NotNeeded();
        }
      };

  /** Asks for the revision to be made live. */
  SyncOutcome sync(WrittenRevision written, Instant now);

  /**
   * Asks for what was live before this revision, from the control plane's own memory; for when Git
   * cannot be reverted. {@link SyncOutcome.NotNeeded} where the control plane has no such way.
   */
  SyncOutcome rollBack(WrittenRevision failed, Instant now);
}
