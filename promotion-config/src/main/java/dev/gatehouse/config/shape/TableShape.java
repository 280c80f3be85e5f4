package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapping whose keys are names of the user's own choice. */
record TableShape(Shape value) implements Shape {
  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    if (!(tree instanceof Mapping mapping)) {
      refuseType(tree, path, problems, "Write `name: value`, one to a line.");
      return null;
    }
    List<Table.Row<Object>> rows = new ArrayList<>();
    for (YamlTree.Entry entry : mapping.entries()) {
      String name = entry.key().text();
      String below = path + "." + name;
      Object read = value.read(entry.value(), below, problems);
      if (!Spelling.NAME.fits(name)) {
        problems.add(
            Shape.place(entry.key(), below),
            ProblemCodes.WRONG_VALUE,
            entry.key().found() + " is not a name.",
            Spelling.NAME.allowed());
      } else if (read != null) {
        rows.add(new Table.Row<>(new Located<>(name, Shape.place(entry.key(), below)), read));
      }
    }
    return new Table<>(rows, rows.size() == mapping.entries().size());
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("propertyNames", Map.of("pattern", Spelling.NAME.schemaPattern()));
    schema.put("additionalProperties", value.schema(definitions));
    return schema;
  }

  @Override
  public String wanted() {
    return "a mapping";
  }
}
