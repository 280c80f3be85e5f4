package dev.gatehouse.jenkins.build;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads commit ids as source control plugins record them. */
final class CommitText {
  private static final Pattern FULL = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  private CommitText() {}

  /** Returns the full id in lower case, or empty for anything else. */
  static Optional<String> full(String text) {
    String id = text.strip().toLowerCase(Locale.ROOT);
    return Optional.of(id).filter(one -> FULL.matcher(one).matches());
  }
}
