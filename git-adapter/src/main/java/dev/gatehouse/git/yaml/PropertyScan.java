package dev.gatehouse.git.yaml;

/** Finds where a scalar's own characters begin behind its anchor and tag. */
final class PropertyScan {

  private PropertyScan() {}

  static int contentStart(String text, int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '&' || c == '!') {
        at = skipWord(text, at, end);
      } else if (c == '#') {
        at = skipComment(text, at, end);
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        return at;
      }
    }
    return end;
  }

  private static int skipWord(String text, int start, int end) {
    int at = start;
    while (at < end && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int skipComment(String text, int start, int end) {
    int at = start;
    while (at < end && text.charAt(at) != '\n' && text.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
