package dev.gatehouse.git.edit;

import dev.gatehouse.git.yaml.YamlDocument;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import dev.gatehouse.git.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Undoes an edit of single values: puts each old value back where the new one still is, whatever
 * changed around it; immutable.
 *
 * @param text the text with the old values
 * @param left the places that were changed again since, with what is there now
 */
public record ValueUndo(String text, List<String> left) {
  /** Copies the list. */
  public ValueUndo {
    left = List.copyOf(left);
  }

  /**
   * Undoes what made {@code written} of {@code before}.
   *
   * @return empty when that edit did more than replace single values, or a text is not clear YAML
   */
  public static Optional<ValueUndo> of(String before, String written, String now) {
    try {
      YamlReader reader = YamlReader.withDefaults();
      return of(
          YamlText.read("before", before, reader),
          YamlText.read("written", written, reader),
          YamlText.read("now", now, reader),
          reader);
    } catch (EditRefusedException unclear) {
      return Optional.empty();
    }
  }

  private static Optional<ValueUndo> of(
      YamlText before, YamlText written, YamlText now, YamlReader reader)
      throws EditRefusedException {
    Map<String, YamlNode> old = leaves(before);
    Map<String, YamlNode> ours = leaves(written);
    List<String> changed = changed(before, old, written, ours);
    if (changed.isEmpty() || !isOnlyValues(before, old, written, ours, changed)) {
      return Optional.empty();
    }
    Map<String, YamlNode> current = leaves(now);
    List<Patch> patches = new ArrayList<>();
    List<String> left = new ArrayList<>();
    Map<String, String> expected = said(now, current);
    for (String place : changed) {
      YamlNode at = current.get(place);
      if (at != null && says(at, node(ours, place))) {
        patches.add(replacement(at, raw(before, node(old, place))));
        expected.put(place, said(before, node(old, place)));
      } else if (at == null) {
        left.add(place + " is no longer there");
      } else if (!says(at, node(old, place))) {
        left.add(place + " is now " + raw(now, at));
      }
    }
    String undone = Patch.apply(now.text(), patches);
    YamlText after = YamlText.read("undone", undone, reader);
    return said(after, leaves(after)).equals(expected)
        ? Optional.of(new ValueUndo(undone, left))
        : Optional.empty();
  }

  private static YamlNode node(Map<String, YamlNode> leaves, String place) {
    return Objects.requireNonNull(leaves.get(place), place);
  }

  private static List<String> changed(
      YamlText before, Map<String, YamlNode> old, YamlText written, Map<String, YamlNode> ours) {
    if (!old.keySet().equals(ours.keySet())) {
      return List.of();
    }
    return old.keySet().stream()
        .filter(place -> !raw(before, node(old, place)).equals(raw(written, node(ours, place))))
        .toList();
  }

  /**
   * Returns whether the old values in the written text give the old text, character by character.
   */
  private static boolean isOnlyValues(
      YamlText before,
      Map<String, YamlNode> old,
      YamlText written,
      Map<String, YamlNode> ours,
      List<String> changed) {
    boolean scalars = changed.stream().allMatch(p -> isLine(node(old, p)) && isLine(node(ours, p)));
    return scalars
        && Patch.apply(
                written.text(),
                changed.stream()
                    .map(p -> replacement(node(ours, p), raw(before, node(old, p))))
                    .toList())
            .equals(before.text());
  }

  private static boolean isLine(YamlNode node) {
    return node instanceof Scalar scalar
        && scalar.style() != YamlNode.Style.LITERAL
        && scalar.style() != YamlNode.Style.FOLDED;
  }

  private static Patch replacement(YamlNode at, String text) {
    return new Patch(at.span().start(), at.span().end(), text, 1, Optional.empty());
  }

  private static boolean says(YamlNode node, YamlNode other) {
    return node instanceof Scalar one
        && other instanceof Scalar two
        && one.value().equals(two.value())
        && one.type() == two.type();
  }

  private static String raw(YamlText text, YamlNode node) {
    return text.text().substring(node.span().start(), node.span().end());
  }

  private static Map<String, String> said(YamlText text, Map<String, YamlNode> leaves) {
    Map<String, String> said = new LinkedHashMap<>();
    leaves.forEach((place, node) -> said.put(place, said(text, node)));
    return said;
  }

  private static String said(YamlText text, YamlNode node) {
    return node instanceof Scalar scalar ? scalar.type() + " " + scalar.value() : raw(text, node);
  }

  private static Map<String, YamlNode> leaves(YamlText text) {
    Map<String, YamlNode> leaves = new LinkedHashMap<>();
    List<String> names = names(text.documents().stream().map(YamlDocument::root).toList());
    for (int i = 0; i < names.size(); i++) {
      String document = names.size() == 1 ? "" : names.get(i);
      collect(document, text.documents().get(i).root(), leaves);
    }
    return leaves;
  }

  private static void collect(String path, YamlNode node, Map<String, YamlNode> leaves) {
    if (node instanceof Mapping mapping && !mapping.entries().isEmpty()) {
      for (Entry entry : mapping.entries()) {
        String key = entry.key() instanceof Scalar scalar ? scalar.value() : "?";
        String dotted = key.contains(".") || key.contains("[") ? '"' + key + '"' : key;
        collect(path.isEmpty() ? dotted : path + "." + dotted, entry.value(), leaves);
      }
    } else if (node instanceof Sequence sequence && !sequence.items().isEmpty()) {
      List<String> names = names(sequence.items());
      for (int i = 0; i < names.size(); i++) {
        collect(path + names.get(i), sequence.items().get(i), leaves);
      }
    } else {
      leaves.put(path, node);
    }
  }

  /** Items and documents are known by what names them, so that others may add some in front. */
  private static List<String> names(List<YamlNode> items) {
    List<Optional<String>> named = items.stream().map(ValueUndo::name).toList();
    Map<Optional<String>, Long> count =
        named.stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    List<String> names = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      boolean unique = named.get(i).isPresent() && Objects.equals(count.get(named.get(i)), 1L);
      names.add("[" + (unique ? named.get(i).get() : Integer.toString(i)) + "]");
    }
    return names;
  }

  private static Optional<String> name(YamlNode item) {
    if (!(item.resolved() instanceof Mapping mapping)) {
      return Optional.empty();
    }
    Optional<String> kind = mapping.text("kind").map(k -> "kind=" + k);
    Optional<String> name =
        mapping
            .text("name")
            .map(n -> "name=" + n)
            .or(
                () ->
                    mapping
                        .get("metadata")
                        .map(YamlNode::resolved)
                        .filter(Mapping.class::isInstance)
                        .flatMap(m -> ((Mapping) m).text("name"))
                        .map(n -> "metadata.name=" + n));
    return kind.isPresent() && name.isPresent()
        ? Optional.of(kind.get() + "," + name.get())
        : name.or(() -> kind);
  }
}
