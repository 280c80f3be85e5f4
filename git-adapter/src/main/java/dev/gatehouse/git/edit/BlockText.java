package dev.gatehouse.git.edit;

import dev.gatehouse.git.yaml.YamlNode.Scalar;
import java.util.Optional;

/** Rewrites the lines of a block scalar and keeps its indentation and its place. */
final class BlockText {

  private BlockText() {}

  /** The patch that makes the block say the value; empty when only quotes could hold it. */
  static Optional<Patch> patch(
      YamlText text, Scalar old, String value, Optional<ValueChange> change) {
    String all = text.text();
    int headerEnd = lineEnd(all, old.span().start());
    int bodyStart = Math.min(all.length(), afterBreak(all, headerEnd));
    int bodyEnd = bodyEnd(all, bodyStart, old.span().end());
    String header = all.substring(old.span().start(), headerEnd);
    Optional<String> indent = indent(all, bodyStart, bodyEnd);
    if (indent.isEmpty() || !holds(value) || header.matches("[|>][-+]?[1-9].*")) {
      return Optional.empty();
    }
    String lineBreak = text.lineBreak();
    String body = body(value, indent.get(), lineBreak);
    String newHeader = header(header, value);
    String middle = all.substring(headerEnd, bodyStart);
    return Optional.of(
        new Patch(old.span().start(), bodyEnd, newHeader + middle + body, 1, change));
  }

  private static boolean holds(String value) {
    boolean edgeBreaks = value.startsWith("\n") || value.endsWith("\n\n") || value.isBlank();
    boolean leadingSpace = value.startsWith(" ") || value.startsWith("\t");
    return !edgeBreaks
        && !leadingSpace
        && value.lines().allMatch(PlainText::isPrintable)
        && value.indexOf('\r') < 0;
  }

  private static String body(String value, String indent, String lineBreak) {
    StringBuilder body = new StringBuilder();
    for (String line : value.lines().toList()) {
      body.append(body.isEmpty() ? "" : lineBreak)
          .append(line.isEmpty() ? "" : indent)
          .append(line);
    }
    return body.toString();
  }

  private static String header(String header, String value) {
    char kind = header.charAt(0) == '>' && value.strip().lines().count() <= 1 ? '>' : '|';
    String rest = header.substring(1).replaceFirst("^[-+]", "");
    return kind + (value.endsWith("\n") ? "" : "-") + rest;
  }

  private static Optional<String> indent(String all, int bodyStart, int bodyEnd) {
    int line = bodyStart;
    while (line < bodyEnd) {
      int at = line;
      while (at < bodyEnd && all.charAt(at) == ' ') {
        at++;
      }
      if (at < bodyEnd && all.charAt(at) != '\n' && all.charAt(at) != '\r') {
        return Optional.of(all.substring(line, at));
      }
      line = afterBreak(all, lineEnd(all, at));
    }
    return Optional.empty();
  }

  private static int bodyEnd(String all, int bodyStart, int spanEnd) {
    int end = Math.min(spanEnd, all.length());
    while (end > bodyStart && Character.isWhitespace(all.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static int lineEnd(String all, int from) {
    int at = from;
    while (at < all.length() && all.charAt(at) != '\n' && all.charAt(at) != '\r') {
      at++;
    }
    return at;
  }

  private static int afterBreak(String all, int lineEnd) {
    return all.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
  }
}
