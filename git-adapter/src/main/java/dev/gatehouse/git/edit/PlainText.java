package dev.gatehouse.git.edit;

/** Knows which strings may be without quotes. */
final class PlainText {
  private static final String INDICATORS = ",[]{}#&*!|>'\"%@`";

  private PlainText() {}

  /**
   * Whether a reader gets back exactly this text when it is written without quotes; its type is not
   * considered.
   */
  static boolean canHold(String value, boolean flow) {
    if (value.isEmpty() || !value.strip().equals(value) || hasControl(value)) {
      return false;
    }
    char first = value.charAt(0);
    if (INDICATORS.indexOf(first) >= 0 || startsLikeIndicator(value, first)) {
      return false;
    }
    if (value.startsWith("---") || value.startsWith("...")) {
      return false;
    }
    boolean separates = value.contains(": ") || value.endsWith(":") || value.contains(" #");
    return !separates && !(flow && hasFlowIndicator(value));
  }

  /** Whether the value has no character that only double quotes can hold. */
  static boolean isPrintable(String value) {
    return value.codePoints().allMatch(PlainText::isPrintable);
  }

  private static boolean startsLikeIndicator(String value, char first) {
    boolean indicator = first == '-' || first == '?' || first == ':';
    return indicator && (value.length() == 1 || Character.isWhitespace(value.charAt(1)));
  }

  private static boolean hasFlowIndicator(String value) {
    return value.chars().anyMatch(c -> ",[]{}".indexOf(c) >= 0) || value.startsWith(":");
  }

  private static boolean hasControl(String value) {
    return value.indexOf('\t') >= 0 || !isPrintable(value);
  }

  private static boolean isPrintable(int c) {
    return c == '\t'
        || (c >= 0x20 && c <= 0x7e)
        || (c >= 0xa0 && c <= 0xd7ff && c != 0x2028 && c != 0x2029)
        || (c >= 0xe000 && c <= 0xfffd && c != 0xfeff)
        || (c >= 0x10000 && c <= 0x10ffff);
  }
}
