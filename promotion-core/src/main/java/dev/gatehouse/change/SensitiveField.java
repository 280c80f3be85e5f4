package dev.gatehouse.change;

import java.util.regex.Pattern;

/** Tells which values may be secrets, by the name of their field; pure and thread-safe. */
public final class SensitiveField {
  /** Stands where such a value would. */
  public static final String HIDDEN = "(hidden)";

  /** Parts of names, as a pattern. */
  static final String WORDS =
      "pass(?:word|wd|phrase)?|pwd|secret|token|credential|api[-_]?key|private[-_]?key"
          + "|access[-_]?key|signing[-_]?key|encryption[-_]?key|connection[-_]?string|webhook";

  private static final Pattern NAME = Pattern.compile("(?i)(?:" + WORDS + ")");

  private SensitiveField() {}

  /** Returns whether a path such as {@code env[DB_PASSWORD].value} names something secret. */
  public static boolean isNamedBy(String path) {
    return NAME.matcher(path).find();
  }
}
