package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A whole number between two bounds. */
record NumberShape(int min, int max) implements Shape {
  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    if (!(tree instanceof Scalar scalar)
        || scalar.type() != YamlTree.Type.WHOLE_NUMBER
        || scalar.text().matches("0[ox].*")) {
      refuseType(tree, path, problems, "Write it in digits, without quotes.");
      return null;
    }
    BigInteger number = new BigInteger(scalar.text());
    if (number.compareTo(BigInteger.valueOf(min)) < 0
        || number.compareTo(BigInteger.valueOf(max)) > 0) {
      problems.add(
          Shape.place(tree, path),
          ProblemCodes.WRONG_VALUE,
          "The number " + number + " is out of bounds.",
          "Use a number from " + min + " to " + max + ".");
      return null;
    }
    return number.intValueExact();
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "integer");
    schema.put("minimum", min);
    schema.put("maximum", max);
    return schema;
  }

  @Override
  public String wanted() {
    return "a whole number";
  }
}
