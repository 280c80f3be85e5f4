package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestNode;
import dev.gatehouse.change.ManifestObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where what a folder renders comes from: names of images, charts and remote bases, without their
 * versions.
 *
 * <p>A plan seals them, so that a version that was approved for one image is not written beside
 * another one. Others may move their own versions meanwhile.
 */
final class Origins {
  private static final Set<String> IMAGES = Set.of("image", "repository", "newName");
  private static final Set<String> PLACES = Set.of("registry", "repoURL", "repo", "chart");
  private static final Set<String> BASES = Set.of("resources", "bases", "components");

  private Origins() {}

  /** The names, sorted. */
  static List<String> of(Collection<ManifestObject> objects) {
    Set<String> names = new TreeSet<>();
    objects.forEach(object -> collect("", object.content(), names));
    return List.copyOf(names);
  }

  private static void collect(String field, ManifestNode node, Set<String> into) {
    if (node instanceof ManifestNode.Mapping mapping) {
      for (Map.Entry<String, ManifestNode> entry : mapping.fields().entrySet()) {
        collect(entry.getKey(), entry.getValue(), into);
      }
    } else if (node instanceof ManifestNode.Sequence sequence) {
      sequence.items().forEach(item -> collect(field, item, into));
    } else if (IMAGES.contains(field)) {
      into.add(field + " " + Transform.imageName(node.text()));
    } else if (PLACES.contains(field)) {
      into.add(field + " " + node.text());
    } else if (BASES.contains(field) && References.isRemote(node.text())) {
      into.add("base " + node.text().replaceFirst("\\?.*$", ""));
    }
  }
}
