package dev.gatehouse.app.composition;

import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.Optional;

/** Has Argo CD sync targets that name an application; the others need nothing. Thread-safe. */
record SyncByTarget(Syncer argo) implements Syncer {
  @Override
  public Optional<SyncOutcome.Later> hold(Target target, Instant now) {
    return of(target).hold(target, now);
  }

  @Override
  public SyncOutcome sync(WrittenRevision written, Instant now) {
    return of(written.target()).sync(written, now);
  }

  @Override
  public SyncOutcome rollBack(WrittenRevision failed, Instant now) {
    return of(failed.target()).rollBack(failed, now);
  }

  private Syncer of(Target target) {
    return target.argo().isPresent() ? argo : Syncer.NONE;
  }
}
