package dev.gatehouse.app.view;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Values as people read them: digests by their beginning, times to the second. */
final class Shown {
  private static final Pattern DIGEST = Pattern.compile("(sha256:[0-9a-f]{12})[0-9a-f]{52}");
  private static final Pattern FRACTION = Pattern.compile("(T\\d\\d:\\d\\d:\\d\\d)\\.\\d+Z");

  private Shown() {}

  static String text(String text) {
    return FRACTION.matcher(DIGEST.matcher(text).replaceAll("$1…")).replaceAll("$1Z");
  }

  /** What a server wrote is cut, for it may be of any length, and put on one line. */
  static String cut(String text, int longest) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > longest ? line.substring(0, longest) + "…" : line;
  }

  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
