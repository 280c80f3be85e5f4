package dev.gatehouse.runtime;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.Delivery;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A control plane of which every look is reported to people who watch; thread-safe. */
final class WatchedControlPlane implements ControlPlane {
  private final ControlPlane plane;
  private final LiveStateReader reader;

  WatchedControlPlane(ControlPlane plane, ObservationListener listener) {
    LiveStateReader asked = plane.liveStateReader();
    this.plane = plane;
    this.reader =
        new LiveStateReader() {
          @Override
          public LiveState read(WrittenRevision written, Instant now) {
            LiveState state = asked.read(written, now);
            state.observed().ifPresent(observed -> listener.observed(written, observed));
            return state;
          }

          @Override
          public Optional<Reason> illBefore(Target target, Instant now) {
            return asked.illBefore(target, now);
          }
        };
  }

  @Override
  public ControlPlaneKind kind() {
    return plane.kind();
  }

  @Override
  public LiveStateReader liveStateReader() {
    return reader;
  }

  @Override
  public Delivery delivery() {
    return plane.delivery();
  }

  @Override
  public List<EvidenceSource> evidence() {
    return plane.evidence();
  }
}
