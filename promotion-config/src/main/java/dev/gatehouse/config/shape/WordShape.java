package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value with a notation of its own, such as a duration.
 *
 * @param wanted what it is called, with its article
 * @param pattern what JSON Schema checks
 * @param numbersToo whether it may look like a whole number
 * @param parse reads it; empty for a text that cannot be one
 * @param next what to write instead of such a text
 */
record WordShape(
    String wanted,
    String pattern,
    boolean numbersToo,
    Function<String, Optional<?>> parse,
    Function<String, String> next)
    implements Shape {
  private static final int LONGEST = 1_000;

  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    if (!(tree instanceof Scalar scalar) || scalar.type() == YamlTree.Type.NOTHING) {
      refuseType(tree, path, problems, next.apply(""));
      return null;
    }
    boolean readable =
        scalar.type() == YamlTree.Type.TEXT
            || (numbersToo && scalar.type() == YamlTree.Type.WHOLE_NUMBER);
    Optional<?> value =
        readable && scalar.text().length() <= LONGEST
            ? parse.apply(scalar.text())
            : Optional.empty();
    if (value.isEmpty()) {
      problems.add(
          Shape.place(tree, path),
          ProblemCodes.WRONG_VALUE,
          capital(scalar.found()) + " is not " + wanted + ".",
          next.apply(scalar.text()));
      return null;
    }
    return value.get();
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", "string");
    text.put("pattern", pattern);
    if (!numbersToo) {
      return text;
    }
    Map<String, Object> either = new LinkedHashMap<>();
    either.put("anyOf", List.of(new NumberShape(1, 99_999).schema(definitions), text));
    return either;
  }
}
