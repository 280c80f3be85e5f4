package dev.gatehouse.risk;

/** How a change can fail; the highest class of its factors wins. */
public enum ChangeClass {
  APPLICATION,
  INFRASTRUCTURE,
  MIGRATION;

  /** Returns the higher of both. */
  public ChangeClass max(ChangeClass other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
