package dev.gatehouse.change;

/**
 * The identity by which an old and a new Kubernetes object are matched.
 *
 * @param group the API group, empty for the core group
 * @param kind the kind
 * @param namespace the namespace, empty when not given
 * @param name the name; for files without one, such as a kustomization, the file's path
 */
public record ObjectKey(String group, String kind, String namespace, String name) {
  /** Returns {@code Kind namespace/name (group)} for people. */
  public String label() {
    return kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name
        + (group.isEmpty() ? "" : " (" + group + ")");
  }
}
