package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import dev.gatehouse.reason.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of some words: the constants of an enum in lower case, joined by hyphens. */
record ChoiceShape(List<Enum<?>> constants) implements Shape {
  ChoiceShape {
    constants = List.copyOf(constants);
  }

  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    if (!(tree instanceof Scalar scalar) || scalar.type() == YamlTree.Type.NOTHING) {
      refuseType(tree, path, problems, Nearest.remedy("", words()));
      return null;
    }
    Optional<Enum<?>> constant =
        constants.stream().filter(candidate -> word(candidate).equals(scalar.text())).findFirst();
    if (constant.isEmpty()) {
      problems.add(
          Shape.place(tree, path),
          ProblemCodes.WRONG_VALUE,
          capital(scalar.found()) + " is not one of the words that are allowed here.",
          Nearest.remedy(scalar.text(), words()));
      return null;
    }
    return constant.get();
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "string");
    schema.put("enum", words());
    return schema;
  }

  @Override
  public String wanted() {
    List<String> words = words();
    return words.size() == 1 ? words.get(0) : "one of " + String.join(", ", words);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private List<String> words() {
    return constants.stream().map(ChoiceShape::word).toList();
  }

  private static String word(Enum<?> constant) {
    return constant instanceof Worded worded
        ? worded.word()
        : constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
