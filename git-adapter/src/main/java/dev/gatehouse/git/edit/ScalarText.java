package dev.gatehouse.git.edit;

import dev.gatehouse.git.yaml.ScalarType;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Style;

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

  /**
   * A value that keeps the type of the one it replaces where it reads as that type, and is text
   * otherwise.
   */
  static String ofSameType(Scalar old, String value) {
    if (old.style() == Style.PLAIN
        && PlainText.canHold(value, old.flow())
        && keepsType(old, value)) {
      return value;
    }
    return ofString(old, value);
  }

  /** Text for a place where nothing stood: plain where that is safe. */
  static String fresh(String value, boolean flow) {
    return plainOrQuoted(value, flow, false);
  }

  private static boolean keepsType(Scalar old, String value) {
    ScalarType type = ScalarType.ofPlain(value);
    return switch (type) {
      case BOOLEAN -> old.type() == type && (value.equals("true") || value.equals("false"));
      case INTEGER -> old.type() == type && value.matches("0|-?[1-9][0-9]{0,17}");
      case FLOAT ->
          isNumber(old.type()) && value.matches("-?(0|[1-9][0-9]{0,14})\\.([0-9]{0,14}[1-9]|0)");
      default -> false;
    };
  }

  private static boolean isNumber(ScalarType type) {
    return type == ScalarType.FLOAT || type == ScalarType.INTEGER;
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
