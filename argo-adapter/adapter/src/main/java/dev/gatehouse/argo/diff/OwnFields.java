package dev.gatehouse.argo.diff;

import dev.gatehouse.change.ManifestNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Leaves out what the cluster keeps for itself in an object; nobody writes it into Git. */
final class OwnFields {
  private static final Set<String> METADATA =
      Set.of(
          "managedFields", "resourceVersion", "uid", "creationTimestamp", "generation", "selfLink");
  private static final Set<String> ANNOTATIONS =
      Set.of("kubectl.kubernetes.io/last-applied-configuration");

  private OwnFields() {}

  static ManifestNode.Mapping without(ManifestNode.Mapping object) {
    ManifestNode metadata = object.fields().get("metadata");
    if (!(metadata instanceof ManifestNode.Mapping all)) {
      return object;
    }
    ManifestNode.Mapping kept = without(all, METADATA);
    ManifestNode annotations = kept.fields().get("annotations");
    if (annotations instanceof ManifestNode.Mapping written) {
      ManifestNode.Mapping told = without(written, ANNOTATIONS);
      kept =
          told.fields().isEmpty()
              ? without(kept, Set.of("annotations"))
              : with(kept, "annotations", told);
    }
    return with(object, "metadata", kept);
  }

  private static ManifestNode.Mapping without(ManifestNode.Mapping object, Set<String> names) {
    Map<String, ManifestNode> fields = new LinkedHashMap<>(object.fields());
    fields.keySet().removeAll(names);
    return new ManifestNode.Mapping(fields, 0);
  }

  /** Returns the object with another value in the place of a field. */
  static ManifestNode.Mapping with(ManifestNode.Mapping object, String name, ManifestNode value) {
    Map<String, ManifestNode> fields = new LinkedHashMap<>(object.fields());
    fields.put(name, value);
    return new ManifestNode.Mapping(fields, 0);
  }
}
