package dev.gatehouse.app.argo;

import dev.gatehouse.reason.Reason;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param about what, such as {@code token} or {@code right sync}
 * @param seen what was found, when it is as it should be
 * @param problem what is missing and what to do; empty when it is as it should be
 */
public record Finding(String about, String seen, Optional<Reason> problem) {
  private static final int LONGEST = 200;

  /** What a server wrote is cut, for it may be of any length. */
  static Finding good(String about, String seen) {
    String line = seen.replaceAll("\\p{Cntrl}+", " ").strip();
    String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    return new Finding(about, cut, Optional.empty());
  }

  static Finding bad(String about, Reason problem) {
    return new Finding(about, "", Optional.of(problem));
  }

  /** Tells whether it is as it should be. */
  public boolean isGood() {
    return problem.isEmpty();
  }
}
