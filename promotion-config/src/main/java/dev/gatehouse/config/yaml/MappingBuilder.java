package dev.gatehouse.config.yaml;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.yaml.YamlTree.Mapping;
import dev.gatehouse.config.yaml.YamlTree.Scalar;
import dev.gatehouse.config.yaml.YamlTree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers the entries of one mapping, refuses doubles and follows merge keys. */
final class MappingBuilder {
  private final Problems problems;
  private final String path;
  private final Map<String, YamlTree.Entry> own = new LinkedHashMap<>();
  private final List<YamlTree> merged = new ArrayList<>();

  MappingBuilder(Problems problems, String path) {
    this.problems = problems;
    this.path = path;
  }

  void put(YamlTree key, YamlTree value, boolean plainKey) {
    if (!(key instanceof Scalar scalar)) {
      problems.add(
          place(key, ""),
          ProblemCodes.SYNTAX,
          "A key is a word; found " + key.found() + ".",
          "If this starts with '{', put the whole value into quotes.");
    } else if (plainKey && scalar.text().equals("<<")) {
      merged.add(value);
    } else {
      YamlTree.Entry first = own.putIfAbsent(scalar.text(), new YamlTree.Entry(scalar, value));
      if (first != null) {
        problems.add(
            place(key, "." + scalar.text()),
            ProblemCodes.DUPLICATE_KEY,
            "The key '"
                + scalar.text()
                + "' is repeated; it is already on line "
                + first.key().line()
                + " already.",
            "Remove one of the two.");
      }
    }
  }

  /** Returns the own entries, then the merged ones that were not given again. */
  List<YamlTree.Entry> entries() {
    Map<String, YamlTree.Entry> all = new LinkedHashMap<>(own);
    for (YamlTree source : merged) {
      List<YamlTree> parts = source instanceof Sequence many ? many.items() : List.of(source);
      for (YamlTree part : parts) {
        if (part instanceof Mapping mapping) {
          mapping.entries().forEach(entry -> all.putIfAbsent(entry.key().text(), entry));
        } else {
          problems.add(
              place(part, ".<<"),
              ProblemCodes.SYNTAX,
              "A merge key '<<' takes a mapping; found " + part.found() + ".",
              "Write `<<: *name` with the anchor of a mapping.");
        }
      }
    }
    return List.copyOf(all.values());
  }

  private Place place(YamlTree tree, String key) {
    return new Place(tree.line(), tree.column(), path + key);
  }
}
