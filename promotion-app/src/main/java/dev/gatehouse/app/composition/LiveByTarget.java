package dev.gatehouse.app.composition;

import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.WrittenRevision;
import java.time.Instant;

/** Asks Argo CD about targets that name an application, and Git about the others. Thread-safe. */
record LiveByTarget(LiveStateReader argo, LiveStateReader git) implements LiveStateReader {
  @Override
  public LiveState read(WrittenRevision written, Instant now) {
    return (written.target().argo().isPresent() ? argo : git).read(written, now);
  }
}
