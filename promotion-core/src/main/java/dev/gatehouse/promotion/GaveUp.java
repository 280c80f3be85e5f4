package dev.gatehouse.promotion;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.TargetName;

/** The reason of a target whose remote or control plane did not answer for too long. */
public final class GaveUp {
  /** The code. */
  public static final ReasonCode CODE = ReasonCode.of("platform-gave-up");

  private GaveUp() {}

  /** Wraps the last thing that the platform said. */
  public static Reason of(TargetName target, Reason last) {
    return new Reason(CODE, last.what(), "target " + target + ", " + last.where(), last.next());
  }
}
