package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number, with or without a fraction, that is not negative. */
record DecimalShape() implements Shape {
  private static final Pattern PLAIN = Pattern.compile("\\d{1,15}(\\.\\d{1,9})?");

  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    boolean number =
        tree instanceof Scalar found
            && (found.type() == YamlTree.Type.WHOLE_NUMBER
                || found.type() == YamlTree.Type.DECIMAL);
    if (!(tree instanceof Scalar scalar) || !number || !PLAIN.matcher(scalar.text()).matches()) {
      refuseType(tree, path, problems, "Write it in digits, such as 0.5, without quotes.");
      return null;
    }
    return new BigDecimal(scalar.text()).doubleValue();
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "number");
    schema.put("minimum", 0);
    return schema;
  }

  @Override
  public String wanted() {
    return "a number of at least 0";
  }
}
