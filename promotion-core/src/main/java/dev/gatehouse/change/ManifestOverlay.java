package dev.gatehouse.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lays the change of an object over the same object as it is elsewhere; pure and thread-safe.
 *
 * <p>What the change does not touch stays as it is there: defaults of a cluster, fields that others
 * own. A list is merged by the names of its members where all have one, else the changed list takes
 * its place.
 */
public final class ManifestOverlay {
  private ManifestOverlay() {}

  /**
   * Returns the object with the change.
   *
   * @param there the object as it is elsewhere
   * @param before the object before the change
   * @param after the object after the change
   */
  public static ManifestNode.Mapping over(
      ManifestNode.Mapping there, ManifestNode.Mapping before, ManifestNode.Mapping after) {
    return new ManifestNode.Mapping(fields(there.fields(), before.fields(), after.fields()), 0);
  }

  private static Map<String, ManifestNode> fields(
      Map<String, ManifestNode> there,
      Map<String, ManifestNode> before,
      Map<String, ManifestNode> after) {
    Map<String, ManifestNode> result = new LinkedHashMap<>(there);
    before.keySet().stream().filter(name -> !after.containsKey(name)).forEach(result::remove);
    after.forEach(
        (name, now) -> {
          ManifestNode old = before.get(name);
          if (!now.equals(old)) {
            result.put(name, node(there.get(name), old, now));
          }
        });
    return result;
  }

  private static ManifestNode node(
      @Nullable ManifestNode there, @Nullable ManifestNode before, ManifestNode after) {
    if (there instanceof ManifestNode.Mapping a
        && before instanceof ManifestNode.Mapping b
        && after instanceof ManifestNode.Mapping c) {
      return over(a, b, c);
    }
    if (there instanceof ManifestNode.Sequence a
        && before instanceof ManifestNode.Sequence b
        && after instanceof ManifestNode.Sequence c) {
      return named(a, b, c).orElse(after);
    }
    return after;
  }

  private static Optional<ManifestNode> named(
      ManifestNode.Sequence there, ManifestNode.Sequence before, ManifestNode.Sequence after) {
    List<Map<String, ManifestNode>> all = new ArrayList<>();
    for (ManifestNode.Sequence list : List.of(there, before, after)) {
      Optional<Map<String, ManifestNode>> members = ManifestDiffer.byName(list);
      if (members.isEmpty()) {
        return Optional.empty();
      }
      all.add(members.get());
    }
    Map<String, ManifestNode> merged = fields(all.get(0), all.get(1), all.get(2));
    return Optional.of(new ManifestNode.Sequence(List.copyOf(merged.values()), 0));
  }
}
