package dev.gatehouse.testkit.argo;

import java.util.regex.Pattern;

/** Globs of the RBAC rules and windows: a star represents anything, slashes included. */
final class Globs {
  private Globs() {}

  static Pattern of(String glob) {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char next = glob.charAt(i);
      pattern.append(
          next == '*' ? ".*" : next == '?' ? "." : Pattern.quote(Character.toString(next)));
    }
    return Pattern.compile(pattern.toString());
  }
}
