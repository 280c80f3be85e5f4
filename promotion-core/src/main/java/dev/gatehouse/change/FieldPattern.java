package dev.gatehouse.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A place in an object, with wildcards, looked up in both of its versions at once.
 *
 * <p>Steps are separated by dots; a step that holds a dot is in brackets, such as {@code
 * metadata.annotations[crossplane.io/paused]}; {@code *} is any one step and {@code **} any number
 * of them. Members of a list are named as {@link ManifestDiffer} names them. Immutable and
 * thread-safe.
 *
 * @param steps the steps
 */
public record FieldPattern(List<String> steps) {
  /** Copies the list. */
  public FieldPattern {
    steps = List.copyOf(steps);
  }

  /** Reads the written form. */
  public static FieldPattern of(String text) {
    List<String> steps = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      boolean bracket = text.charAt(at) == '[';
      int end = bracket ? text.indexOf(']', at) : at;
      while (!bracket && end < text.length() && ".[".indexOf(text.charAt(end)) < 0) {
        end++;
      }
      steps.add(text.substring(bracket ? at + 1 : at, end));
      at = bracket ? end + 1 : end;
      at += at < text.length() && text.charAt(at) == '.' ? 1 : 0;
    }
    return new FieldPattern(steps);
  }

  /** Returns the matching places where the old and the new object differ, in the file's order. */
  public List<FieldChange> changes(ObjectChange change) {
    List<FieldChange> found = new ArrayList<>();
    walk("", content(change.before()), content(change.after()), 0, found);
    return List.copyOf(found);
  }

  /** Returns every matching place of one object, as if it were new. */
  public List<FieldChange> in(ManifestObject object) {
    List<FieldChange> found = new ArrayList<>();
    walk("", Optional.empty(), content(Optional.of(object)), 0, found);
    return List.copyOf(found);
  }

  private static Optional<ManifestNode> content(Optional<ManifestObject> object) {
    return object.map(ManifestObject::content);
  }

  private void walk(
      String path,
      Optional<ManifestNode> old,
      Optional<ManifestNode> now,
      int step,
      List<FieldChange> into) {
    if (old.equals(now)) {
      return;
    }
    if (step == steps.size()) {
      into.add(new FieldChange(path, old, now));
      return;
    }
    String wanted = steps.get(step);
    boolean deep = wanted.equals("**");
    if (deep) {
      walk(path, old, now, step + 1, into);
    }
    boolean any = deep || wanted.equals("*");
    Map<String, ManifestNode> a = children(old, now);
    Map<String, ManifestNode> b = children(now, old);
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    for (String name : names) {
      if (any || wanted.equals(name)) {
        walk(
            below(path, old.or(() -> now), name),
            Optional.ofNullable(a.get(name)),
            Optional.ofNullable(b.get(name)),
            deep ? step : step + 1,
            into);
      }
    }
  }

  private static Map<String, ManifestNode> children(
      Optional<ManifestNode> node, Optional<ManifestNode> other) {
    if (node.isPresent() && node.get() instanceof ManifestNode.Mapping mapping) {
      return mapping.fields();
    }
    if (node.isPresent() && node.get() instanceof ManifestNode.Sequence list) {
      ManifestNode.Sequence twin =
          other.isPresent() && other.get() instanceof ManifestNode.Sequence also ? also : list;
      return ManifestDiffer.keyed(list, twin);
    }
    return new LinkedHashMap<>();
  }

  private static String below(String path, Optional<ManifestNode> parent, String name) {
    if (parent.isPresent() && parent.get() instanceof ManifestNode.Sequence) {
      return path + "[" + name + "]";
    }
    return path.isEmpty() ? name : path + "." + name;
  }
}
