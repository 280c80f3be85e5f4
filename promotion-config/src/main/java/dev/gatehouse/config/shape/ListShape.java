package dev.gatehouse.config.shape;

import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree;
import dev.gatehouse.config.yaml.YamlTree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param member the shape of its members
 * @param orOne whether a single member may represent the list
 * @param atLeastOne whether an empty list is refused
 */
record ListShape(Shape member, boolean orOne, boolean atLeastOne) implements Shape {
  @Override
  public @Nullable Object read(YamlTree tree, String path, Problems problems) {
    if (!(tree instanceof Sequence list)) {
      return single(tree, path, problems);
    }
    if (atLeastOne && list.items().isEmpty()) {
      problems.add(
          Shape.place(tree, path),
          ProblemCodes.WRONG_VALUE,
          "The list is empty.",
          "Add one member or more.");
      return null;
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < list.items().size(); i++) {
      Object item = member.read(list.items().get(i), path + "[" + i + "]", problems);
      if (item != null) {
        items.add(item);
      }
    }
    return new Listing<>(items, items.size() == list.items().size());
  }

  private @Nullable Object single(YamlTree tree, String path, Problems problems) {
    if (!orOne || (tree instanceof YamlTree.Scalar s && s.type() == YamlTree.Type.NOTHING)) {
      refuseType(tree, path, problems, "Start each member on its own line with '- '.");
      return null;
    }
    Object item = member.read(tree, path, problems);
    return item == null ? null : new Listing<>(List.of(item), true);
  }

  @Override
  public Map<String, Object> schema(Definitions definitions) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", member.schema(definitions));
    if (atLeastOne) {
      list.put("minItems", 1);
    }
    if (!orOne) {
      return list;
    }
    Map<String, Object> either = new LinkedHashMap<>();
    either.put("anyOf", List.of(member.schema(definitions), list));
    return either;
  }

  @Override
  public String wanted() {
    return orOne ? member.wanted() + " or a list" : "a list";
  }
}
