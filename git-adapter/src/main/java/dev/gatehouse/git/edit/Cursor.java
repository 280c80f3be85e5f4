package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.yaml.YamlDocument;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Alias;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A node with the way that led to it, so that a refusal can name the path and a shared value is
 * noticed.
 *
 * @param anchored the nearest anchor on the way, the node's own included, that an alias uses
 */
record Cursor(
    YamlText text, YamlDocument document, YamlNode node, String path, Optional<Alias> anchored) {

  static Cursor root(YamlText text, YamlDocument document) {
    return new Cursor(text, document, document.root(), "", useOf(document, document.root()));
  }

  Optional<Mapping> mapping() {
    return node instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
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
    if (node instanceof Alias alias) {
      throw behindAlias(alias);
    }
    if (!(node instanceof Mapping mapping)) {
      return Optional.empty();
    }
    Optional<YamlNode> value = mapping.get(key);
    if (value.isEmpty() && mapping.merges()) {
      throw text.refuse(
          Code.SHARED,
          node,
          step(key),
          "may come from a merge key '<<' and be shared with other places",
          "write '" + key + "' out at this place, or promote the anchored value by its own path");
    }
    String path = step(key);
    return value.map(
        v -> new Cursor(text, document, v, path, useOf(document, v).or(() -> anchored)));
  }

  /**
   * The items of a list; empty when this is none.
   *
   * @throws EditRefusedException when the list stands behind an alias
   */
  List<Cursor> items() throws EditRefusedException {
    if (node instanceof Alias alias) {
      throw behindAlias(alias);
    }
    List<Cursor> items = new ArrayList<>();
    if (node instanceof Sequence sequence) {
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
    if (node instanceof Alias alias) {
      throw behindAlias(alias);
    }
    if (!(node instanceof Scalar scalar)) {
      throw text.refuse(
          Code.WRONG_SHAPE,
          node,
          path,
          "is a " + (node instanceof Mapping ? "mapping" : "list") + ", not a single value",
          "let the path end at a single value");
    }
    if (anchored.isPresent()) {
      throw text.refuse(
          Code.SHARED,
          node,
          path,
          "is shared: alias *%s on line %d would change with it"
              .formatted(anchored.get().name(), anchored.get().span().line()),
          "write the value out in both places instead of sharing it by an anchor");
    }
    return scalar;
  }

  private String step(String key) {
    String shown = key.matches("[^\\s.\\[\\]\"'=]+") ? key : "\"" + key + "\"";
    return path.isEmpty() ? shown : path + "." + shown;
  }

  private EditRefusedException behindAlias(Alias alias) {
    return text.refuse(
        Code.SHARED,
        alias,
        path,
        "stands behind alias *%s, anchored on line %d, and is shared with it"
            .formatted(alias.name(), alias.target().span().line()),
        "write the value out at this place instead of sharing it by an anchor");
  }

  private static Optional<Alias> useOf(YamlDocument document, YamlNode node) {
    return node.properties()
        .anchor()
        .flatMap(a -> document.aliases().stream().filter(x -> x.target() == node).findFirst());
  }
}
