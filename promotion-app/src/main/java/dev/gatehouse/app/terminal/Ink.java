package dev.gatehouse.app.terminal;

import java.security.SecureRandom;
import java.util.regex.Pattern;

/**
 * Colours for a terminal; plain text everywhere else.
 *
 * @param on whether escape codes are written
 */
public record Ink(boolean on) {
  /**
   * Represents the escape character until {@link CleanWriter} prints; nobody can guess it, so no
   * text of others becomes a colour.
   */
  private static final String MARK =
      "ink-" + Long.toHexString(new SecureRandom().nextLong() | Long.MIN_VALUE) + "-";

  private static final Pattern MARKED = Pattern.compile(MARK + "(\\d{1,2})m");

  /** No colours. */
  public static final Ink PLAIN = new Ink(false);

  /** Returns the text in bold. */
  public String bold(String text) {
    return wrap("1", text);
  }

  /** Returns the text in grey. */
  public String dim(String text) {
    return wrap("2", text);
  }

  /** Returns the text in the colour of a refusal. */
  public String red(String text) {
    return wrap("31", text);
  }

  /** Returns the text in the colour of a success. */
  public String green(String text) {
    return wrap("32", text);
  }

  /** Returns the text in the colour of a hold. */
  public String yellow(String text) {
    return wrap("33", text);
  }

  private String wrap(String code, String text) {
    return on ? MARK + code + "m" + text + MARK + "0m" : text;
  }

  /** Puts the escape codes where the marks are. */
  static String shown(String clean) {
    return clean.contains(MARK) ? MARKED.matcher(clean).replaceAll("\u001b[$1m") : clean;
  }
}
