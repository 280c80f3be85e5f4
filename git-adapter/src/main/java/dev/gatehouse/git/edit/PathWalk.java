package dev.gatehouse.git.edit;

import dev.gatehouse.git.edit.EditRefusal.Code;
import dev.gatehouse.git.edit.YamlPath.Condition;
import dev.gatehouse.git.edit.YamlPath.Field;
import dev.gatehouse.git.edit.YamlPath.Index;
import dev.gatehouse.git.edit.YamlPath.Select;
import dev.gatehouse.git.edit.YamlPath.Step;
import dev.gatehouse.git.yaml.YamlNode;
import dev.gatehouse.git.yaml.YamlNode.Entry;
import dev.gatehouse.git.yaml.YamlNode.Mapping;
import dev.gatehouse.git.yaml.YamlNode.Scalar;
import dev.gatehouse.git.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Follows a path through a text to the one node it names. */
final class PathWalk {
  private final YamlText text;
  private final YamlPath path;

  PathWalk(YamlText text, YamlPath path) {
    this.text = text;
    this.path = path;
  }

  Cursor target() throws EditRefusedException {
    List<Step> steps = path.steps();
    List<Cursor> starts = text.roots();
    boolean picksDocument =
        !(steps.get(0) instanceof Field) && starts.stream().allMatch(c -> c.mapping().isPresent());
    if (picksDocument) {
      Cursor document = pick(starts, steps.get(0), "the file", "document");
      return walk(document, steps.subList(1, steps.size()));
    }
    if (starts.size() > 1) {
      starts = starts.stream().filter(c -> has(c, steps.get(0))).toList();
    }
    if (starts.size() == 1) {
      return walk(starts.get(0), steps);
    }
    throw starts.isEmpty() ? nowhere() : manyDocuments(starts);
  }

  private static boolean has(Cursor root, Step first) {
    return first instanceof Field key && root.mapping().flatMap(m -> m.get(key.name())).isPresent();
  }

  private Cursor walk(Cursor start, List<Step> steps) throws EditRefusedException {
    Cursor at = start;
    for (Step step : steps) {
      at = step instanceof Field key ? into(at, key) : pick(list(at), step, at.path(), "item");
    }
    return at;
  }

  private Cursor into(Cursor at, Field key) throws EditRefusedException {
    Optional<Cursor> next = at.get(key.name());
    if (next.isPresent()) {
      return next.get();
    }
    throw text.refuse(
        Code.NOT_FOUND,
        at.node(),
        path.source(),
        at.node() instanceof Mapping mapping
            ? "has no key '%s' here; keys are: %s".formatted(key.name(), keys(mapping))
            : "has no mapping at '%s' to hold key '%s'".formatted(at.path(), key.name()),
        "correct the path in the update, or add the key to the file once by hand");
  }

  private List<Cursor> list(Cursor at) throws EditRefusedException {
    if (!(at.node().resolved() instanceof Sequence)) {
      throw text.refuse(
          Code.WRONG_SHAPE,
          at.node(),
          path.source(),
          "has no list at '" + at.path() + "'",
          "correct the path: brackets pick an item of a list");
    }
    return at.items();
  }

  private Cursor pick(List<Cursor> items, Step step, String where, String what)
      throws EditRefusedException {
    List<Cursor> fitting = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      boolean fits =
          step instanceof Index index ? index.index() == i : fits(items.get(i), (Select) step);
      if (fits) {
        fitting.add(items.get(i));
      }
    }
    if (fitting.size() == 1) {
      return fitting.get(0);
    }
    Code code = fitting.isEmpty() ? Code.NOT_FOUND : Code.AMBIGUOUS;
    throw text.refuse(
        code,
        path.source(),
        "%d of %d %ss of %s fit".formatted(fitting.size(), items.size(), what, where),
        "correct the bracket so that exactly one " + what + " fits");
  }

  private static boolean fits(Cursor item, Select select) {
    return select.conditions().stream().allMatch(c -> fits(item.node(), c));
  }

  private static boolean fits(YamlNode item, Condition condition) {
    Optional<YamlNode> at = Optional.of(item.resolved());
    for (String key : condition.field()) {
      at =
          at.filter(Mapping.class::isInstance)
              .flatMap(n -> ((Mapping) n).get(key))
              .map(YamlNode::resolved);
    }
    return at.filter(n -> n instanceof Scalar s && s.value().equals(condition.value())).isPresent();
  }

  private EditRefusedException nowhere() {
    return text.refuse(
        Code.NOT_FOUND,
        path.source(),
        text.documents().isEmpty()
            ? "the file is empty"
            : "no document of the file has its first key",
        "correct the path in the update, or add the value to the file once by hand");
  }

  private EditRefusedException manyDocuments(List<Cursor> starts) {
    String lines =
        starts.stream()
            .map(c -> "line " + c.node().span().line())
            .collect(Collectors.joining(", "));
    return text.refuse(
        Code.AMBIGUOUS,
        path.source(),
        "several documents have it: " + lines,
        "pick the document: [kind=Deployment,metadata.name=web]." + path.source());
  }

  private static String keys(Mapping mapping) {
    return mapping.entries().stream()
        .map(Entry::key)
        .map(k -> k instanceof Scalar s ? s.value() : "?")
        .limit(12)
        .collect(Collectors.joining(", "));
  }
}
