package dev.gatehouse.app.argo;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.SafeText;
import java.util.Optional;

/**
 * One thing that was looked at.
 *
 * @param kind whether it is as it should be
 * @param about what, such as {@code token} or {@code right sync}
 * @param seen what was found, unless something is missing
 * @param problem what is missing and what to do; empty when it is as it should be
 */
public record Finding(Kind kind, String about, String seen, Optional<Reason> problem) {
  /** Whether something is as it should be. */
  public enum Kind {
    OK,
    /** It depends on what cannot be seen from here; a person decides. */
    NOTE,
    MISSING
  }

  private static final int LONGEST = 200;

  /** What a server wrote is cut, for it may be of any length. */
  static Finding good(String about, String seen) {
    String line = seen.replaceAll("\\p{Cntrl}+", " ").strip();
    String cut = SafeText.cut(line, LONGEST);
    return new Finding(Kind.OK, about, cut, Optional.empty());
  }

  static Finding note(String about, String seen) {
    return new Finding(Kind.NOTE, about, seen, Optional.empty());
  }

  static Finding bad(String about, Reason problem) {
    return new Finding(Kind.MISSING, about, "", Optional.of(problem));
  }

  /** Returns whether nothing is missing. */
  public boolean isGood() {
    return kind != Kind.MISSING;
  }
}
