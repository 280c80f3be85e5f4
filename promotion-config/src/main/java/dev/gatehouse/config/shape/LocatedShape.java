package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another shape, with its place. */
record LocatedShape(Shape inner) implements Shape {
  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    Object value = inner.read(tree, path, problems);
    return value == null ? null : new Located<>(value, Shape.place(tree, path));
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    return inner.schema(definitions);
  }

  @Override
  public String wanted() {
    return inner.wanted();
  }
}
