package dev.gatehouse.engine;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.Delivery;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A control plane that the rules name and this process has no adapter for: nothing is written, and
 * nothing counts as live. Thread-safe.
 */
record MissingControlPlane(ControlPlaneKind kind) implements ControlPlane {
  static final ReasonCode CODE = ReasonCode.of("control-plane-missing");
  private static final Duration AGAIN = Duration.ofMinutes(5);

  @Override
  public LiveStateReader liveStateReader() {
    return new LiveStateReader() {
      @Override
      public LiveState read(WrittenRevision written, Instant now) {
        return new LiveState(
            LiveState.Status.UNKNOWN,
            Optional.of(reason(written.target())),
            Optional.of(now.plus(AGAIN)));
      }

      @Override
      public Optional<Reason> illBefore(Target target, Instant now) {
        return Optional.of(reason(target));
      }
    };
  }

  @Override
  public Delivery delivery() {
    return new Delivery.Follows(syncer());
  }

  private Syncer syncer() {
    return new Syncer() {
      @Override
      public Optional<SyncOutcome.Later> hold(Target target, Instant now) {
        return Optional.of(later(target, now));
      }

      @Override
      public SyncOutcome sync(WrittenRevision written, Instant now) {
        return later(written.target(), now);
      }

      @Override
      public SyncOutcome rollBack(WrittenRevision failed, Instant now) {
        return later(failed.target(), now);
      }
    };
  }

  private SyncOutcome.Later later(Target target, Instant now) {
    return new SyncOutcome.Later(reason(target), now.plus(AGAIN));
  }

  private Reason reason(Target target) {
    return new Reason(
        CODE,
        "This process has no adapter for control planes of kind '" + kind + "'.",
        "target " + target.name() + ", shard " + target.shard(),
        "Run the shard by a process that has this adapter installed.");
  }
}
