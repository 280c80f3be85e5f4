package dev.gatehouse.config.recurrence;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One field of a cron rule: what its numbers mean and how far they go. */
enum CronField {
  MINUTE(0, 59, ""),
  HOUR(0, 23, ""),
  DAY_OF_MONTH(1, 31, ""),
  MONTH(1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
  DAY_OF_WEEK(0, 7, "SUN MON TUE WED THU FRI SAT");

  private static final Pattern PART =
      Pattern.compile("(?:(\\*)|([A-Za-z0-9]{1,3})(?:-([A-Za-z0-9]{1,3}))?)(?:/([0-9]{1,2}))?");
  private static final int LAST_DAY = 32;

  private final int min;
  private final int max;
  private final String names;

  CronField(int min, int max, String names) {
    this.min = min;
    this.max = max;
    this.names = names;
  }

  /** Returns the numbers that a field represents. */
  BitSet parse(String text) throws UnreadableRuleException {
    BitSet numbers = new BitSet();
    for (String part : text.split(",", -1)) {
      if (this == DAY_OF_MONTH && part.equals("L")) {
        numbers.set(LAST_DAY);
      } else {
        add(part, numbers);
      }
    }
    if (this == DAY_OF_WEEK && numbers.get(7)) {
      numbers.set(0);
    }
    return numbers;
  }

  private void add(String part, BitSet numbers) throws UnreadableRuleException {
    Matcher parts = PART.matcher(part);
    if (!parts.matches()) {
      throw unreadable(part);
    }
    int from = parts.group(1) != null ? min : number(parts.group(2), part);
    int to = highest(parts, part, from);
    int step = parts.group(4) == null ? 1 : Integer.parseInt(parts.group(4));
    if (from > to || step < 1) {
      throw unreadable(part);
    }
    for (int i = from; i <= to; i += step) {
      numbers.set(i);
    }
  }

  private int highest(Matcher parts, String part, int from) throws UnreadableRuleException {
    if (parts.group(3) != null) {
      return number(parts.group(3), part);
    }
    return parts.group(1) != null || parts.group(4) != null ? top() : from;
  }

  private int top() {
    return this == DAY_OF_WEEK ? 6 : max;
  }

  private int number(String word, String part) throws UnreadableRuleException {
    int named = List.of(names.split(" ")).indexOf(word.toUpperCase(Locale.ROOT));
    if (named >= 0) {
      return named + min;
    }
    return Optional.of(word)
        .filter(digits -> digits.matches("[0-9]+"))
        .map(Integer::parseInt)
        .filter(number -> number >= min && number <= max)
        .orElseThrow(() -> unreadable(part));
  }

  private UnreadableRuleException unreadable(String part) {
    String field = name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String words = names.isEmpty() ? "" : ", names such as " + names.substring(0, 3);
    String last = this == DAY_OF_MONTH ? ", L for the last day" : "";
    return new UnreadableRuleException(
        "'" + part + "' cannot be the " + field + " of a cron rule.",
        "Use *, numbers from "
            + min
            + " to "
            + max
            + words
            + last
            + ", ranges such as 1-5 (first number lower), lists with commas and steps such as */15.");
  }
}
