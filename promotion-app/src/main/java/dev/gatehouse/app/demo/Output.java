package dev.gatehouse.app.demo;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a command of the story printed, and how it ended.
 *
 * @param code its exit code
 * @param text everything it printed
 */
record Output(int code, String text) {
  /** Returns the first group of the first match. */
  String find(String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("the demo expected " + pattern + " in:\n" + text);
    }
    return matcher.group(1);
  }

  /** Returns the hash of the plan that was printed. */
  String plan() {
    return find("PLAN ([0-9a-f]{12})");
  }

  /** Returns the id of the promotion that was printed last. */
  String promotion() {
    return find("(?m)^(?:DONE|GOING|HELD|REFUSED|FAILED) ([a-z]+-[a-z]+-[0-9a-f]{8}):");
  }

  /** Refuses to continue with a story that did not happen as it is described. */
  Output expect(int wanted) {
    if (code != wanted) {
      throw new IllegalStateException(
          "the demo expected exit code " + wanted + " and not " + code + ":\n" + text);
    }
    return this;
  }
}
