package dev.gatehouse.testkit.lawbreakers.circle;

/** A sealed type names its case. */
sealed interface Form permits Round {
  /** Returns the case that there is. */
  static Form only() {
    return new Round();
  }
}
