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
    Start start = start();
    return walk(start.document(), start.steps());
  }

  /**
   * The way as far as it goes; the keys that are left over have to be added.
   *
   * @throws EditRefusedException when a bracket picks nothing, or several documents fit
   */
  Reached reached() throws EditRefusedException {
    List<Cursor> roots = text.roots();
    if (roots.isEmpty()) {
      return new Reached(Optional.empty(), path.steps());
    }
    Start start = roots.size() == 1 && !picksDocument(roots) ? first(roots) : start();
    Cursor at = start.document();
    List<Step> left = start.steps();
    while (!left.isEmpty()) {
      Optional<Cursor> next =
          left.get(0) instanceof Field key
              ? at.get(key.name())
              : Optional.of(pick(list(at), left.get(0), at.path(), "item"));
      if (next.isEmpty()) {
        break;
      }
      at = next.get();
      left = left.subList(1, left.size());
    }
    return new Reached(Optional.of(at), left);
  }

  /**
   * How far the file has the path.
   *
   * @param at the last node on the way; empty when the file has no document
   * @param left the steps that lead on from there
   */
  record Reached(Optional<Cursor> at, List<Step> left) {
    Reached {
      left = List.copyOf(left);
    }
  }

  private record Start(Cursor document, List<Step> steps) {}

  private Start first(List<Cursor> roots) {
    return new Start(roots.get(0), path.steps());
  }

  private boolean picksDocument(List<Cursor> roots) {
    return !(path.steps().get(0) instanceof Field)
        && roots.stream().allMatch(c -> c.mapping().isPresent());
  }

  private Start start() throws EditRefusedException {
    List<Step> steps = path.steps();
    List<Cursor> starts = text.roots();
    if (picksDocument(starts)) {
      Cursor document = pick(starts, steps.get(0), "the file", "document");
      return new Start(document, steps.subList(1, steps.size()));
    }
    if (starts.size() > 1) {
      List<Cursor> whole = starts.stream().filter(c -> hasAll(c, steps)).toList();
      starts = whole.isEmpty() ? starts.stream().filter(c -> has(c, steps.get(0))).toList() : whole;
    }
    if (starts.size() == 1) {
      return new Start(starts.get(0), steps);
    }
    throw starts.isEmpty() ? nowhere() : manyDocuments(starts);
  }

  /** Whether the whole path leads somewhere; a value that is shared is there as well. */
  private boolean hasAll(Cursor root, List<Step> steps) {
    try {
      walk(root, steps);
      return true;
    } catch (EditRefusedException e) {
      return e.refusal().code() == Code.SHARED;
    }
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
        "correct the path in the update, add the key to the file, or let the update add it with"
            + " `addWhenAbsent: true`");
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
        "correct the path in the update, add the value to the file, or let the update add it with"
            + " `addWhenAbsent: true`");
  }

  private EditRefusedException manyDocuments(List<Cursor> starts) {
    String lines =
        starts.stream()
            .map(c -> "line " + c.node().span().line())
            .collect(Collectors.joining(", "));
    return text.refuse(
        Code.AMBIGUOUS,
        path.source(),
        "several documents of the file fit: " + lines,
        "pick one with a bracket before the path: [kind=Deployment,metadata.name=web]."
            + path.source());
  }

  private static String keys(Mapping mapping) {
    return mapping.entries().stream()
        .map(Entry::key)
        .map(k -> k instanceof Scalar s ? s.value() : "?")
        .limit(12)
        .collect(Collectors.joining(", "));
  }
}
