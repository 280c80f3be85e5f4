package dev.gatehouse.stage;

/**
 * The name by which a control plane knows a run that was started there.
 *
 * @param value the name in the control plane's own words; never shown as anything else
 */
public record RunHandle(String value) {
  private static final int LONGEST = 500;

  /** Refuses what is no name. */
  public RunHandle {
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException("a handle has 1 to " + LONGEST + " characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
