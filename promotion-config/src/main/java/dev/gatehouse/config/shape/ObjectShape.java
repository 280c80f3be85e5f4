package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Mapping;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import dev.gatehouse.config.yaml.YamlTree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An object: a record whose components are the keys, and perhaps its own place as the first. */
record ObjectShape(RecordType type, List<Field> fields, Rules rules) implements Shape {
  /**
   * What holds for the object as a whole.
   *
   * @param shortForm the key whose value may represent the object
   * @param exactlyOne whether exactly one key is given
   * @param neverLiteral whether a bare text would be a secret
   * @param openForAnchors whether keys that start with x- are free
   */
  record Rules(
      Optional<String> shortForm,
      boolean exactlyOne,
      boolean neverLiteral,
      boolean openForAnchors) {}

  ObjectShape {
    fields = List.copyOf(fields);
  }

  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    if (tree instanceof Mapping mapping) {
      return object(mapping, path, problems);
    }
    boolean something = tree instanceof Scalar s && s.type() != YamlTree.Type.NOTHING;
    if (something || tree instanceof Sequence) {
      Optional<Field> field = shortField();
      if (field.isPresent() && (something || field.get().shape() instanceof ListShape)) {
        return shortened(field.get(), tree, path, problems);
      }
    }
    if (something && rules.neverLiteral()) {
      problems.add(
          Shape.place(tree, path),
          ProblemCodes.SECRET_IN_FILE,
          "Secrets do not belong in this file.",
          "Write `env: NAME`, `file: PATH` or `store: ADDRESS` below this key, and revoke the secret that was written here.");
      return null;
    }
    refuseType(tree, path, problems, "Use the keys: " + String.join(", ", keys()) + ".");
    return null;
  }

  private @Nullable Object shortened(Field only, YamlTree tree, String path, Problems problems) {
    List<Object> values = new ArrayList<>();
    for (Field field : fields) {
      Object value = field.equals(only) ? only.shape().read(tree, path, problems) : null;
      Object component = value == null ? field.without(field.equals(only)) : field.with(value);
      if (component == null) {
        return null;
      }
      values.add(component);
    }
    return type.create(Shape.place(tree, path), values);
  }

  private @Nullable Object object(Mapping mapping, String path, Problems problems) {
    Place place = Shape.place(mapping, path);
    KeyCheck check = new KeyCheck(this, mapping, place, problems);
    check.unknownKeys();
    check.choice();
    List<@Nullable Object> values = new ArrayList<>();
    for (Field field : fields) {
      values.add(component(field, mapping, check, problems));
    }
    if (values.contains(null)) {
      return null;
    }
    List<Object> complete = new ArrayList<>();
    values.stream().filter(java.util.Objects::nonNull).forEach(complete::add);
    return type.create(place, complete);
  }

  private static @Nullable Object component(
      Field field, Mapping mapping, KeyCheck check, Problems problems) {
    Optional<YamlTree> tree = mapping.get(field.key());
    if (tree.isEmpty()) {
      check.missing(field);
      return field.without(field.needed());
    }
    Object value = field.shape().read(tree.get(), check.path(field.key()), problems);
    return value == null ? field.without(true) : field.with(value);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return new ObjectSchema(this).of(definitions);
  }

  @Override
  public String wanted() {
    return shortField().map(field -> field.shape().wanted() + " or a mapping").orElse("a mapping");
  }

  /** Returns the field whose value may represent the object. */
  Optional<Field> shortField() {
    return fields.stream()
        .filter(field -> rules.shortForm().filter(field.key()::equals).isPresent())
        .findFirst();
  }

  List<String> keys() {
    return fields.stream().map(Field::key).toList();
  }
}
