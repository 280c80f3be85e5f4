package dev.gatehouse.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A digest over what the objects that a diff touches become; pure.
 *
 * <p>A Kubernetes object counts as a whole. Of a file that objects are rendered from, such as Helm
 * values or a kustomization, the changed fields count and what is directly beside them. Lines and
 * formatting never count.
 *
 * @param diff what differs
 * @param origins where everything that is rendered comes from
 */
public record ObjectSeal(ManifestDiff diff, List<String> origins) {
  /** Copies the list. */
  public ObjectSeal {
    origins = List.copyOf(origins);
  }

  /** Returns the digest as 64 lower-case hex digits. */
  public String hex() {
    CanonicalDigest digest = new CanonicalDigest().add(origins).add(diff.unreadable());
    diff.changes().stream()
        .sorted(
            Comparator.comparing(ObjectChange::file).thenComparing(change -> change.key().label()))
        .forEach(
            change ->
                digest.add(change.file()).add(change.key()).add(change.type()).add(sealed(change)));
    return digest.hex();
  }

  private static List<Object> sealed(ObjectChange change) {
    if (change.after().isEmpty()) {
      return List.of();
    }
    ManifestNode after = change.after().get().content();
    boolean whole = FileKind.of(change.key()).isEmpty() && !change.key().isPatch();
    if (whole || change.before().isEmpty()) {
      return List.of(plain(after));
    }
    List<Object> around = new ArrayList<>();
    around("", change.before().get().content(), after, around);
    return around;
  }

  /** Collects every mapping in which a value differs, with its own scalars. */
  private static void around(
      String path, ManifestNode before, ManifestNode after, List<Object> into) {
    if (before.equals(after)) {
      return;
    }
    Map<String, ManifestNode> old = children(before, after);
    Map<String, ManifestNode> now = children(after, before);
    if (now.isEmpty() || old.isEmpty()) {
      into.add(List.of(path, plain(after)));
      return;
    }
    Map<String, ManifestNode> changed = new TreeMap<>();
    for (Map.Entry<String, ManifestNode> child : now.entrySet()) {
      Optional<ManifestNode> was = Optional.ofNullable(old.get(child.getKey()));
      boolean deep =
          was.isPresent() && !child.getValue().items().isEmpty() && !was.get().items().isEmpty();
      if (deep) {
        around(path + "/" + child.getKey(), was.get(), child.getValue(), into);
      } else if (!was.equals(Optional.of(child.getValue()))) {
        changed.put(child.getKey(), child.getValue());
      }
    }
    boolean list = after instanceof ManifestNode.Sequence;
    if (!changed.isEmpty() || !now.keySet().containsAll(old.keySet())) {
      into.add(List.of(path, scalars(list ? changed : now)));
    }
  }

  private static Map<String, ManifestNode> children(ManifestNode node, ManifestNode other) {
    if (node instanceof ManifestNode.Mapping mapping) {
      return mapping.fields();
    }
    return node instanceof ManifestNode.Sequence list
            && other instanceof ManifestNode.Sequence otherList
        ? ManifestDiffer.keyed(list, otherList)
        : Map.of();
  }

  private static Map<String, Object> scalars(Map<String, ManifestNode> fields) {
    Map<String, Object> scalars = new TreeMap<>();
    fields.forEach((name, value) -> scalars.put(name, value.items().isEmpty() ? plain(value) : ""));
    return scalars;
  }

  /** The value without its lines. */
  private static Object plain(ManifestNode node) {
    if (node instanceof ManifestNode.Mapping mapping) {
      Map<String, Object> fields = new TreeMap<>();
      mapping.fields().forEach((name, value) -> fields.put(name, plain(value)));
      return fields;
    }
    if (node instanceof ManifestNode.Scalar scalar) {
      return List.of(scalar.type(), scalar.text());
    }
    return node.items().stream().map(ObjectSeal::plain).toList();
  }
}
