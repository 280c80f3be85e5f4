package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** True or false; the yes and no of YAML 1.1 are refused with a word about it. */
record FlagShape() implements Shape {
  private static final Set<String> OLD_TRUE = Set.of("yes", "on", "y");
  private static final Set<String> OLD_FALSE = Set.of("no", "off", "n");

  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    if (tree instanceof Scalar scalar && scalar.type() == YamlTree.Type.FLAG) {
      return Boolean.parseBoolean(scalar.text());
    }
    refuseType(tree, path, problems, remedy(tree));
    return null;
  }

  private static String remedy(YamlTree tree) {
    if (tree instanceof Scalar scalar) {
      String word = scalar.text().toLowerCase(Locale.ROOT);
      if (OLD_TRUE.contains(word) || OLD_FALSE.contains(word)) {
        return "Write "
            + OLD_TRUE.contains(word)
            + "; yes, no, on and off were booleans in YAML 1.1 and are texts since YAML 1.2.";
      }
    }
    return "Write true or false, without quotes.";
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "boolean");
    return schema;
  }

  @Override
  public String wanted() {
    return "true or false";
  }
}
