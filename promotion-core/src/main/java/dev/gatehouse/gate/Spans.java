package dev.gatehouse.gate;

import java.time.Duration;

/** Writes durations for people. */
public final class Spans {
  private Spans() {}

  /** Returns {@code 2 d 3 h}, {@code 12 min} or {@code 5 s}. */
  public static String text(Duration span) {
    if (span.toDays() > 0) {
      return span.toDays() + " d" + (span.toHoursPart() > 0 ? " " + span.toHoursPart() + " h" : "");
    }
    if (span.toHours() > 0) {
      return span.toHours()
          + " h"
          + (span.toMinutesPart() > 0 ? " " + span.toMinutesPart() + " min" : "");
    }
    return span.toMinutes() > 0 ? span.toMinutes() + " min" : span.toSeconds() + " s";
  }
}
