package dev.gatehouse.git.edit;

import dev.gatehouse.git.yaml.ScalarType;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import dev.gatehouse.git.yaml.YamlNode.Style;
import java.util.List;
import java.util.Optional;

/** Makes the patches that update kinds share. */
final class Patches {

  private Patches() {}

  /** Sets a value that must be read as text; no patch when every reader already reads it so. */
  static List<Patch> setString(Cursor at, String value) throws EditRefusedException {
    Scalar old = at.scalar();
    boolean text = old.type() == ScalarType.STRING || old.type() == ScalarType.UNKNOWN;
    if (text && old.value().equals(value)) {
      return List.of();
    }
    return List.of(replace(at, old, ScalarText.ofString(old, value), value));
  }

  /** Adds a field behind an existing one of the same mapping. */
  static Patch insertAfter(Cursor at, Mapping mapping, Entry after, String key, String value) {
    YamlText text = at.text();
    String written = key + ": " + ScalarText.fresh(value, mapping.flow());
    Optional<ValueChange> change = Optional.of(new ValueChange(at.path() + "." + key, "", value));
    int end = contentEnd(text.text(), after.value());
    if (mapping.flow()) {
      return new Patch(end, end, ", " + written, 1, change);
    }
    int lineEnd = lineEnd(text.text(), end);
    String indent = " ".repeat(after.key().span().column());
    return new Patch(lineEnd, lineEnd, text.lineBreak() + indent + written, 1, change);
  }

  /**
   * The offset behind the last character of the node's content, without trailing blanks and
   * comments.
   */
  static int contentEnd(String text, YamlNode node) {
    int end = lastLeafEnd(node);
    while (end > 0 && end > node.span().start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The offset of the line break at or behind this offset, or the end of the text. */
  static int lineEnd(String text, int from) {
    int feed = text.indexOf('\n', from);
    if (feed < 0) {
      return text.length();
    }
    return feed > from && text.charAt(feed - 1) == '\r' ? feed - 1 : feed;
  }

  private static Patch replace(Cursor at, Scalar old, String written, String value) {
    YamlText text = at.text();
    Optional<ValueChange> change = Optional.of(new ValueChange(at.path(), old.value(), value));
    boolean block = old.style() == Style.LITERAL || old.style() == Style.FOLDED;
    Optional<Patch> lines = block ? BlockText.patch(text, old, value, change) : Optional.empty();
    if (lines.isPresent()) {
      return lines.get();
    }
    int start = old.span().start();
    boolean glued = start > 0 && !Character.isWhitespace(text.text().charAt(start - 1));
    boolean needsBlank = glued && start == old.span().end();
    int end = block ? contentEnd(text.text(), old) : old.span().end();
    return new Patch(start, end, needsBlank ? " " + written : written, 1, change);
  }

  private static int lastLeafEnd(YamlNode node) {
    if (node instanceof Mapping mapping && !mapping.flow() && !mapping.entries().isEmpty()) {
      return lastLeafEnd(mapping.entries().get(mapping.entries().size() - 1).value());
    }
    if (node instanceof Sequence sequence && !sequence.flow() && !sequence.items().isEmpty()) {
      return lastLeafEnd(sequence.items().get(sequence.items().size() - 1));
    }
    return node.span().end();
  }
}
