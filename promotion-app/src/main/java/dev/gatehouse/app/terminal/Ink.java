package dev.gatehouse.app.terminal;

/**
 * Colours for a terminal; plain text everywhere else.
 *
 * @param on whether escape codes are written
 */
public record Ink(boolean on) {
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
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
