package dev.gatehouse.risk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares version numbers as tags and charts write them. */
final class Versions {
  private static final Pattern VERSION =
      Pattern.compile("v?([0-9]{1,9})(?:\\.([0-9]{1,9}))?(?:\\.([0-9]{1,9}))?(?:[-+.].*)?");

  private Versions() {}

  static boolean isVersion(String text) {
    return VERSION.matcher(text).matches();
  }

  /** Compares the first parts of two versions; 0 also when one of them is none. */
  static int compare(String before, String after, int parts) {
    Matcher a = VERSION.matcher(before);
    Matcher b = VERSION.matcher(after);
    if (!a.matches() || !b.matches()) {
      return 0;
    }
    for (int part = 1; part <= parts; part++) {
      int order = Long.compare(number(a, part), number(b, part));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static long number(Matcher version, int part) {
    return Optional.ofNullable(version.group(part)).map(Long::parseLong).orElse(0L);
  }
}
