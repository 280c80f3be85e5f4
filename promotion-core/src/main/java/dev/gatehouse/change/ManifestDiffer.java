package dev.gatehouse.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Matches old and new objects by identity and compares them field by field; pure and thread-safe.
 */
public final class ManifestDiffer {
  private ManifestDiffer() {}

  /**
   * Returns what differs; two objects with one identity on one side make their files unreadable.
   */
  public static ManifestDiff between(
      Collection<ManifestObject> before,
      Collection<ManifestObject> after,
      Collection<UnreadableFile> unreadable) {
    Set<UnreadableFile> bad = new LinkedHashSet<>(unreadable);
    Map<ObjectKey, ManifestObject> old = byKey(before, bad);
    Map<ObjectKey, ManifestObject> now = byKey(after, bad);
    List<ObjectChange> changes = new ArrayList<>();
    old.forEach(
        (key, object) ->
            compare(key, Optional.of(object), Optional.ofNullable(now.get(key)), changes));
    now.forEach(
        (key, object) -> {
          if (!old.containsKey(key)) {
            compare(key, Optional.empty(), Optional.of(object), changes);
          }
        });
    changes.sort(
        Comparator.comparing((ObjectChange c) -> c.file()).thenComparing(c -> c.key().label()));
    return new ManifestDiff(changes, List.copyOf(bad), old.size(), now.size());
  }

  private static Map<ObjectKey, ManifestObject> byKey(
      Collection<ManifestObject> objects, Set<UnreadableFile> bad) {
    Map<ObjectKey, ManifestObject> byKey = new LinkedHashMap<>();
    for (ManifestObject object : objects) {
      ManifestObject twin = byKey.putIfAbsent(object.key(), object);
      if (twin != null && !twin.content().equals(object.content())) {
        bad.add(
            new UnreadableFile(
                object.file(), object.key().label() + " is also defined in " + twin.file()));
      }
    }
    return byKey;
  }

  private static void compare(
      ObjectKey key,
      Optional<ManifestObject> before,
      Optional<ManifestObject> after,
      List<ObjectChange> into) {
    if (before.isEmpty() || after.isEmpty()) {
      ObjectChange.Type type =
          before.isEmpty() ? ObjectChange.Type.ADDED : ObjectChange.Type.REMOVED;
      into.add(new ObjectChange(key, type, before, after, List.of()));
      return;
    }
    List<FieldChange> fields = new ArrayList<>();
    fields("", before.get().content(), after.get().content(), fields);
    if (!fields.isEmpty()) {
      into.add(new ObjectChange(key, ObjectChange.Type.MODIFIED, before, after, fields));
    }
  }

  private static void fields(
      String path, ManifestNode old, ManifestNode now, List<FieldChange> into) {
    if (old.equals(now)) {
      return;
    }
    if (old instanceof ManifestNode.Mapping a && now instanceof ManifestNode.Mapping b) {
      each(path, ".", a.fields(), b.fields(), into);
    } else if (old instanceof ManifestNode.Sequence a && now instanceof ManifestNode.Sequence b) {
      each(path, "[", keyed(a, b), keyed(b, a), into);
    } else {
      into.add(new FieldChange(path, Optional.of(old), Optional.of(now)));
    }
  }

  private static void each(
      String path,
      String open,
      Map<String, ManifestNode> a,
      Map<String, ManifestNode> b,
      List<FieldChange> into) {
    Set<String> names = new LinkedHashSet<>(a.keySet());
    names.addAll(b.keySet());
    for (String name : names) {
      String below =
          open.equals("[") ? path + "[" + name + "]" : path.isEmpty() ? name : path + "." + name;
      ManifestNode old = a.get(name);
      ManifestNode now = b.get(name);
      if (old != null && now != null) {
        fields(below, old, now, into);
      } else {
        into.add(new FieldChange(below, Optional.ofNullable(old), Optional.ofNullable(now)));
      }
    }
  }

  /** Members of a list are matched by name where both sides name them all, else by position. */
  static Map<String, ManifestNode> keyed(ManifestNode.Sequence list, ManifestNode.Sequence other) {
    return byName(list).filter(found -> byName(other).isPresent()).orElseGet(() -> numbered(list));
  }

  /** Returns the members by name; empty where one has none, or two have the same. */
  static Optional<Map<String, ManifestNode>> byName(ManifestNode.Sequence list) {
    Map<String, ManifestNode> named = new LinkedHashMap<>();
    for (ManifestNode item : list.items()) {
      item.textAt("name").ifPresent(name -> named.put(name, item));
    }
    return named.size() == list.items().size() ? Optional.of(named) : Optional.empty();
  }

  private static Map<String, ManifestNode> numbered(ManifestNode.Sequence list) {
    Map<String, ManifestNode> numbered = new LinkedHashMap<>();
    for (int i = 0; i < list.items().size(); i++) {
      numbered.put(Integer.toString(i), list.items().get(i));
    }
    return numbered;
  }
}
