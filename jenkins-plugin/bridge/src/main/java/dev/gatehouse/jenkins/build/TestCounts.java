package dev.gatehouse.jenkins.build;

/**
 * How many tests a build ran, as Jenkins counted them.
 *
 * @param total all of them, skipped ones included
 * @param failed those that failed
 * @param skipped those that did not run
 */
public record TestCounts(int total, int failed, int skipped) {
  /** Refuses counts that no test report has. */
  public TestCounts {
    if (failed < 0 || skipped < 0 || (long) failed + skipped > total) {
      throw new IllegalArgumentException("not the counts of a test report");
    }
  }

  /** Returns how many passed. */
  public int passed() {
    return total - failed - skipped;
  }
}
