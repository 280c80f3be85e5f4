package dev.gatehouse.change;

import java.util.regex.Pattern;

/** Tells which values may be secrets, by the name of their field; pure and thread-safe. */
public final class SensitiveField {
  /** Stands where such a value would. */
  public static final String HIDDEN = "(hidden)";

  private static final Pattern NAME =
      Pattern.compile(
          "(?i)(pass(word|wd|phrase)?|secret|token|credential|api[-_]?key|private[-_]?key)");

  private SensitiveField() {}

  /** Tells whether a path such as {@code env[DB_PASSWORD].value} names something secret. */
  public static boolean isNamedBy(String path) {
    return NAME.matcher(path).find();
  }
}
