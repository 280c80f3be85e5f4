package dev.gatehouse.policy;

import dev.gatehouse.risk.Reversibility;

/** What happens when a target fails, from the freest to the strictest. */
public enum WayBack {
  REVERT("the wave is reverted automatically"),
  ASK("a person picks: revert or go forward"),
  FORWARD("forward only: a revert is refused"),
  STOP("everything stops: nothing can be undone");

  private final String meaning;

  WayBack(String meaning) {
    this.meaning = meaning;
  }

  /** Returns the words for people. */
  public String meaning() {
    return meaning;
  }

  /** Returns what the reversibility of a change allows. */
  public static WayBack of(Reversibility reversibility) {
    return switch (reversibility) {
      case R0 -> REVERT;
      case R1 -> ASK;
      case R2 -> FORWARD;
      case R3 -> STOP;
    };
  }

  /** Returns the stricter of both. */
  public WayBack strictest(WayBack other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
