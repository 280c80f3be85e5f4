package dev.gatehouse.git.edit;

import java.util.List;

/**
 * A place in a YAML file, such as {@code spec.containers[name=web].image}.
 *
 * <p>Steps: {@code key} or {@code "key with.dots"}, {@code [2]} for an index, {@code
 * [name=web,kind=x]} for the one item whose fields have these values ({@code [metadata.name=web]}
 * looks deeper), {@code [=text]} for the one item that is this text. In a file of several documents
 * a leading bracket picks the document: {@code [kind=Deployment].spec.replicas}.
 *
 * @param source the path as written
 * @param steps at least one
 */
public record YamlPath(String source, List<Step> steps) {
  /** Copies the steps. */
  public YamlPath {
    steps = List.copyOf(steps);
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("a YAML path needs at least one step, such as image.tag");
    }
  }

  /**
   * Reads a path.
   *
   * @throws IllegalArgumentException when it is malformed, with the place and an example
   */
  public static YamlPath parse(String source) {
    return new YamlPath(source, new PathParser(source).steps());
  }

  @Override
  public String toString() {
    return source;
  }

  /** One step of a path. */
  public sealed interface Step {}

  /** Into the value under a key. */
  public record Field(String name) implements Step {}

  /** Into an item by its number, counted from zero. */
  public record Index(int index) implements Step {}

  /** Into the one item that fits every condition. */
  public record Select(List<Condition> conditions) implements Step {
    /** Copies the conditions. */
    public Select {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A field that must have a value.
   *
   * @param field keys from the item to the field; empty for the item itself
   * @param value the exact text
   */
  public record Condition(List<String> field, String value) {
    /** Copies the field. */
    public Condition {
      field = List.copyOf(field);
    }
  }
}
