package dev.gatehouse.git.edit;

import dev.gatehouse.git.yaml.ScalarType;
import dev.gatehouse.git.yaml.YamlNode.Scalar;

/**
 * Writes a value in the style of the scalar it replaces, with quotes where it would be read as
 * something else.
 */
final class ScalarText {

  private ScalarText() {}

  /** A value that must be read as text, such as a tag or a revision. */
  static String ofString(Scalar old, String value) {
    return switch (old.style()) {
      case SINGLE_QUOTED ->
          PlainText.isPrintable(value) ? singleQuoted(value) : doubleQuoted(value);
      case DOUBLE_QUOTED, LITERAL, FOLDED -> doubleQuoted(value);
      case PLAIN -> plainOrQuoted(value, old.flow(), hasStringTag(old));
    };
  }

  /** Text for a place where nothing was: plain where that is safe. */
  static String fresh(String value, boolean flow) {
    return plainOrQuoted(value, flow, false);
  }

  private static boolean hasStringTag(Scalar old) {
    return old.properties().tag().filter(t -> ScalarType.ofTag(t) == ScalarType.STRING).isPresent();
  }

  private static String plainOrQuoted(String value, boolean flow, boolean tagged) {
    boolean readAsText = tagged || ScalarType.ofPlain(value) == ScalarType.STRING;
    return readAsText && PlainText.canHold(value, flow) ? value : doubleQuoted(value);
  }

  private static String singleQuoted(String value) {
    return "'" + value.replace("'", "''") + "'";
  }

  private static String doubleQuoted(String value) {
    StringBuilder quoted = new StringBuilder(value.length() + 2).append('"');
    value.codePoints().forEach(c -> appendEscaped(quoted, c));
    return quoted.append('"').toString();
  }

  private static void appendEscaped(StringBuilder quoted, int c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        String text = Character.toString(c);
        if (PlainText.isPrintable(text)) {
          quoted.append(text);
        } else if (c <= 0xffff) {
          quoted.append("\\u%04x".formatted(c));
        } else {
          quoted.append("\\U%08x".formatted(c));
        }
      }
    }
  }
}
