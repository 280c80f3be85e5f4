package dev.gatehouse.app.view;

import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;

/** Shows what a control plane shows of a target, as a line of progress. */
public final class LiveView {
  private LiveView() {}

  /** Returns the line with its time. */
  public static String line(TargetName target, LiveState.Observed seen, Instant at) {
    return "%s  %s shows %s, %s%s"
        .formatted(
            EventView.time(at),
            target,
            seen.sync(),
            seen.health(),
            seen.operation().isEmpty() ? "" : ", operation " + seen.operation());
  }
}
