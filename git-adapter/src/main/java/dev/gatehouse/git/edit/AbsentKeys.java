package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.edit.PathWalk.Reached;
import dev.gatehouse.git.edit.YamlPath.Field;
import dev.gatehouse.git.edit.YamlPath.Step;
import dev.gatehouse.git.yaml.ScalarType;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds the keys of a path that a file does not have yet, in the layout of their neighbours. */
final class AbsentKeys {
  private static final int TOUCHED = 2;
  private static final int STEP = 2;

  private AbsentKeys() {}

  /** The patch that adds what is left of the path; empty when the whole path is there. */
  static Optional<Patch> patch(YamlText text, YamlPath path, Reached reached, String value)
      throws EditRefusedException {
    if (reached.left().isEmpty()) {
      return Optional.empty();
    }
    List<String> keys = keys(text, path, reached);
    Optional<ValueChange> change = Optional.of(new ValueChange(path.source(), "", value));
    if (reached.at().isEmpty() || isBlank(reached.at().get().node(), reached)) {
      return Optional.of(atTheEnd(text, keys, value, change));
    }
    Cursor at = reached.at().get();
    if (at.node() instanceof Mapping mapping) {
      return Optional.of(
          mapping.flow()
              ? intoBraces(mapping, keys, value, change)
              : behindTheLast(text, mapping, keys, value, change));
    }
    if (at.node() instanceof Scalar scalar && isEmpty(scalar) && !scalar.flow()) {
      return Optional.of(below(at, scalar, keys, value, change));
    }
    throw text.refuse(
        Code.WRONG_SHAPE,
        at.node(),
        path.source(),
        "has no mapping at '" + at.path() + "' to hold key '" + keys.get(0) + "'",
        "correct the path in the update");
  }

  private static List<String> keys(YamlText text, YamlPath path, Reached reached)
      throws EditRefusedException {
    List<String> keys = new ArrayList<>();
    for (Step step : reached.left()) {
      if (!(step instanceof Field field)) {
        throw text.refuse(
            Code.NOT_FOUND,
            path.source(),
            "the list of the path is not in the file, and `addWhenAbsent` adds keys only",
            "add the item to the file once by hand");
      }
      keys.add(field.name());
    }
    return keys;
  }

  private static boolean isBlank(YamlNode root, Reached reached) {
    boolean top = reached.at().map(Cursor::path).filter(String::isEmpty).isPresent();
    return top && root instanceof Scalar scalar && isEmpty(scalar);
  }

  private static boolean isEmpty(Scalar scalar) {
    return scalar.style() == Style.PLAIN
        && scalar.value().isEmpty()
        && scalar.type() == ScalarType.NULL;
  }

  private static Patch atTheEnd(
      YamlText text, List<String> keys, String value, Optional<ValueChange> change) {
    String all = text.text();
    int end = all.length();
    boolean fresh = all.isEmpty() || all.endsWith("\n") || all.equals("\uFEFF");
    String lines = block(keys, value, 0, text.lineBreak()).substring(text.lineBreak().length());
    return new Patch(
        end, end, (fresh ? "" : text.lineBreak()) + lines + text.lineBreak(), TOUCHED, change);
  }

  private static Patch intoBraces(
      Mapping mapping, List<String> keys, String value, Optional<ValueChange> change) {
    int close = mapping.span().end() - 1;
    StringBuilder added = new StringBuilder(mapping.entries().isEmpty() ? "" : ", ");
    keys.forEach(
        key ->
            added
                .append(added.toString().endsWith(": ") ? "{" : "")
                .append(name(key))
                .append(": "));
    added.append(ScalarText.fresh(value, true)).append("}".repeat(keys.size() - 1));
    return new Patch(close, close, added.toString(), TOUCHED, change);
  }

  private static Patch behindTheLast(
      YamlText text,
      Mapping mapping,
      List<String> keys,
      String value,
      Optional<ValueChange> change) {
    int column = mapping.entries().get(0).key().span().column();
    int end = Patches.lineEnd(text.text(), Patches.contentEnd(text.text(), mapping));
    return new Patch(end, end, block(keys, value, column, text.lineBreak()), TOUCHED, change);
  }

  /** Below a key that has no value yet. */
  private static Patch below(
      Cursor at, Scalar empty, List<String> keys, String value, Optional<ValueChange> change) {
    YamlText text = at.text();
    int column = keyColumn(at.document().root(), empty) + STEP;
    int end = Patches.lineEnd(text.text(), empty.span().start());
    return new Patch(end, end, block(keys, value, column, text.lineBreak()), TOUCHED, change);
  }

  private static int keyColumn(YamlNode node, Scalar value) {
    if (node instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        int found =
            entry.value() == value ? entry.key().span().column() : keyColumn(entry.value(), value);
        if (found >= 0) {
          return found;
        }
      }
    } else if (node instanceof YamlNode.Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        int found = keyColumn(item, value);
        if (found >= 0) {
          return found;
        }
      }
    }
    return -1;
  }

  private static String block(List<String> keys, String value, int column, String lineBreak) {
    StringBuilder block = new StringBuilder();
    int indent = column;
    for (String key : keys) {
      block.append(lineBreak).append(" ".repeat(indent)).append(name(key)).append(':');
      indent += STEP;
    }
    return block.append(' ').append(ScalarText.fresh(value, false)).toString();
  }

  private static String name(String key) {
    return ScalarText.fresh(key, true);
  }
}
