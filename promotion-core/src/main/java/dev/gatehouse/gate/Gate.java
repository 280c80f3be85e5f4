package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;

/** One condition for going on; pure and thread-safe. Adding one is described in CONTRIBUTING.md. */
public interface Gate {
  /** Returns the name by which a waiver lifts it. */
  GateName name();

  /** Judges the context; anything it cannot know is inconclusive, which holds. */
  GateVerdict judge(GateContext context);

  /** Tells whether it is asked again before every wave, not only before the first. */
  default boolean everyWave() {
    return false;
  }
}
