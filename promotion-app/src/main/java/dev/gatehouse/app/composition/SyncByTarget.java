package dev.gatehouse.app.composition;

import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WrittenRevision;
import java.time.Instant;

/** Has Argo CD sync targets that name an application; the others need nothing. Thread-safe. */
record SyncByTarget(Syncer argo) implements Syncer {
  @Override
  public SyncOutcome sync(WrittenRevision written, Instant now) {
    return of(written).sync(written, now);
  }

  @Override
  public SyncOutcome rollBack(WrittenRevision failed, Instant now) {
    return of(failed).rollBack(failed, now);
  }

  private Syncer of(WrittenRevision written) {
    return written.target().argo().isPresent() ? argo : Syncer.NONE;
  }
}
