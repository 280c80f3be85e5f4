package dev.gatehouse.app.composition;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.Optional;

/**
 * Asks Argo CD about targets that name an application, and Git about the others; tells what was
 * seen. Thread-safe.
 */
record LiveByTarget(LiveStateReader argo, LiveStateReader git, Sights sights)
    implements LiveStateReader {
  @Override
  public LiveState read(WrittenRevision written, Instant now) {
    LiveState state = (written.target().argo().isPresent() ? argo : git).read(written, now);
    state.seen().ifPresent(seen -> sights.saw(written, seen));
    return state;
  }

  @Override
  public Optional<Reason> illBefore(Target target, Instant now) {
    return (target.argo().isPresent() ? argo : git).illBefore(target, now);
  }
}
