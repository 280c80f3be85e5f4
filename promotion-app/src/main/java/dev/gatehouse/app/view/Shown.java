package dev.gatehouse.app.view;

import dev.gatehouse.reason.SafeText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Values as people read them: digests by their beginning, times to the second. */
final class Shown {
  private static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");
  private static final Pattern FRACTION = Pattern.compile("(T\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z");

  /** So many blanks that a terminal breaks the line there, which would look like a new one. */
  private static final Pattern WIDE_GAP = Pattern.compile("[\\p{Z}\\x{2800}]{9,}");

  private Shown() {}

  static String text(String text) {
    return FRACTION.matcher(DIGEST.matcher(text).replaceAll("$1…")).replaceAll("$1Z");
  }

  /** What a server wrote is cut, for it may be of any length, and put on one line. */
  static String cut(String text, int longest) {
    String line = WIDE_GAP.matcher(text.replaceAll("\\p{Cntrl}+", " ")).replaceAll(" … ").strip();
    return SafeText.cut(line, longest);
  }

  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
