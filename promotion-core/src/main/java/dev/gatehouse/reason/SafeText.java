package dev.gatehouse.reason;

import java.util.Set;

/**
 * Shows text of others so that it forges nothing: characters that control a terminal, break a line,
 * turn the direction of reading or are invisible are written out. Pure and thread-safe.
 *
 * <p>A title may hold an escape sequence, a line break before "approval: none", or U+202E, which
 * makes a reviewer read something other than what is there ("Trojan Source", CVE-2021-42574).
 */
public final class SafeText {
  /** Letters and marks that show nothing, beyond the format characters of Unicode. */
  private static final Set<Integer> INVISIBLE =
      Set.of(0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x2800, 0x3164, 0xffa0);

  private SafeText() {}

  /** Returns the text on one line; what is unsafe is written out, such as {@code \\u202e}. */
  public static String line(String text) {
    if (text.codePoints().allMatch(SafeText::isSafe)) {
      return text;
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints().forEach(c -> append(shown, c));
    return shown.toString();
  }

  /** Returns the text, or its first characters and {@code …}; cuts no character in two. */
  public static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean pair = longest > 0 && Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, pair ? longest - 1 : longest) + "…";
  }

  /** Returns whether a character shows what it is, within its line. */
  public static boolean isSafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE ->
          false;
      default -> !isNoCharacter(codePoint) && !INVISIBLE.contains(codePoint);
    };
  }

  private static boolean isNoCharacter(int codePoint) {
    return (codePoint & 0xfffe) == 0xfffe || (codePoint >= 0xfdd0 && codePoint <= 0xfdef);
  }

  private static void append(StringBuilder shown, int codePoint) {
    if (isSafe(codePoint)) {
      shown.appendCodePoint(codePoint);
    } else if (codePoint == '\t') {
      shown.append("    ");
    } else if (codePoint == '\n') {
      shown.append("\\n");
    } else if (codePoint <= 0xffff) {
      shown.append("\\u%04x".formatted(codePoint));
    } else {
      shown.append("\\u{%x}".formatted(codePoint));
    }
  }
}
