package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.YamlDocument;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Alias;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A node with the way that led to it, so that a refusal can name the path and a shared value is
 * noticed.
 *
 * @param anchored the nearest anchor on the way, the node's own included, that an alias uses
 */
record Cursor(
    YamlText text, YamlDocument document, YamlNode node, String path, Optional<Alias> anchored) {

  private static final String SHARE_OR_WRITE =
      "if all these places should change together, add `shared: true` to the update; if not, write"
          + " the value out at each place";

  static Cursor root(YamlText text, YamlDocument document) {
    return new Cursor(text, document, document.root(), "", useOf(document, document.root()));
  }

  Optional<Mapping> mapping() {
    YamlNode at = text.shares() ? node.resolved() : node;
    return at instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  /** The text under a key, for looking only; aliases are followed. */
  Optional<String> string(String key) {
    return node.resolved() instanceof Mapping mapping ? mapping.text(key) : Optional.empty();
  }

  /** Whether the scalar under this key is this text. */
  boolean says(String key, String value) {
    return string(key).filter(value::equals).isPresent();
  }

  /**
   * The value under a key.
   *
   * @throws EditRefusedException when the way leads through an alias or a merge key
   */
  Optional<Cursor> get(String key) throws EditRefusedException {
    if (node instanceof Alias alias && !text.shares()) {
      throw behindAlias(alias);
    }
    if (!(node.resolved() instanceof Mapping mapping)) {
      return Optional.empty();
    }
    Optional<YamlNode> value =
        mapping.get(key).or(() -> text.shares() ? merged(mapping, key) : Optional.empty());
    if (value.isEmpty() && mapping.merges() && !text.shares()) {
      throw text.refuse(
          Code.SHARED,
          node,
          step(key),
          "may come from a merge key '<<' and be shared with other places",
          SHARE_OR_WRITE);
    }
    String path = step(key);
    return value.map(
        v -> new Cursor(text, document, v, path, useOf(document, v).or(() -> anchored)));
  }

  /**
   * The items of a list; empty when this is none.
   *
   * @throws EditRefusedException when the list is behind an alias
   */
  List<Cursor> items() throws EditRefusedException {
    if (node instanceof Alias alias && !text.shares()) {
      throw behindAlias(alias);
    }
    List<Cursor> items = new ArrayList<>();
    if (node.resolved() instanceof Sequence sequence) {
      for (YamlNode item : sequence.items()) {
        String itemPath = path + "[" + items.size() + "]";
        items.add(
            new Cursor(text, document, item, itemPath, useOf(document, item).or(() -> anchored)));
      }
    }
    return items;
  }

  /**
   * This node as a scalar that may be replaced without touching any other place.
   *
   * @throws EditRefusedException when it is no scalar, or shared by an anchor
   */
  Scalar scalar() throws EditRefusedException {
    if (node instanceof Alias alias && !text.shares()) {
      throw behindAlias(alias);
    }
    if (!(node.resolved() instanceof Scalar scalar)) {
      throw text.refuse(
          Code.WRONG_SHAPE,
          node,
          path,
          "is a " + (node instanceof Mapping ? "mapping" : "list") + ", not a single value",
          "let the path end at a single value");
    }
    if (anchored.isPresent() && !text.shares()) {
      throw text.refuse(
          Code.SHARED,
          node,
          path,
          "is shared: alias *%s on line %d would change with it"
              .formatted(anchored.get().name(), anchored.get().span().line()),
          SHARE_OR_WRITE);
    }
    return scalar;
  }

  private String step(String key) {
    return path.isEmpty() ? shown(key) : path + "." + shown(key);
  }

  /** A key as a path writes it. */
  static String shown(String key) {
    return key.matches("[^\\s.\\[\\]\"'=]+") ? key : "\"" + key + "\"";
  }

  /** The value that a merge key brings; an earlier merge wins over a later one. */
  private static Optional<YamlNode> merged(Mapping mapping, String key) {
    return mapping.entries().stream()
        .filter(Entry::isMerge)
        .flatMap(
            e ->
                e.value().resolved() instanceof Sequence all
                    ? all.items().stream()
                    : Stream.of(e.value()))
        .map(YamlNode::resolved)
        .filter(Mapping.class::isInstance)
        .flatMap(m -> ((Mapping) m).get(key).or(() -> merged((Mapping) m, key)).stream())
        .findFirst();
  }

  private EditRefusedException behindAlias(Alias alias) {
    return text.refuse(
        Code.SHARED,
        alias,
        path,
        "comes from alias *%s, anchored on line %d, and is shared with it"
            .formatted(alias.name(), alias.target().span().line()),
        SHARE_OR_WRITE);
  }

  private static Optional<Alias> useOf(YamlDocument document, YamlNode node) {
    return node.properties()
        .anchor()
        .flatMap(a -> document.aliases().stream().filter(x -> x.target() == node).findFirst());
  }
}
