package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A text of a certain spelling. */
record TextShape(Spelling spelling) implements Shape {
  private static final int LONGEST = 4_096;

  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    if (!(tree instanceof Scalar scalar) || scalar.type() != YamlTree.Type.TEXT) {
      refuseType(tree, path, problems, remedy(tree));
      return null;
    }
    if (scalar.text().length() > LONGEST) {
      problems.add(
          Shape.place(tree, path),
          ProblemCodes.WRONG_VALUE,
          "This text has " + scalar.text().length() + " characters.",
          "Use at most " + LONGEST + ".");
      return null;
    }
    if (!spelling.fits(scalar.text())) {
      problems.add(
          Shape.place(tree, path),
          ProblemCodes.WRONG_VALUE,
          scalar.found() + " is not " + wanted() + ".",
          spelling.allowed());
      return null;
    }
    return scalar.text();
  }

  private String remedy(YamlTree tree) {
    if (tree instanceof Scalar scalar) {
      return "Put it into quotes: '" + scalar.text() + "'.";
    }
    return tree instanceof YamlTree.Mapping
        ? "Write " + wanted() + "; one that starts with '{' needs quotes."
        : "Write " + wanted() + " without a dash or brackets.";
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("maxLength", LONGEST);
    schema.put("pattern", spelling.schemaPattern());
    return schema;
  }

  @Override
  public String wanted() {
    return spelling.wanted();
  }
}
