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
  /**
   * Returns whether it represents a patch of another object of its kind; a reader names a patch
   * {@code patch} and its path, which no object can be called.
   */
  public boolean isPatch() {
    return name.startsWith("patch ");
  }

  /** Returns {@code Kind namespace/name (group)} for people. */
  public String label() {
    return kind
        + " "
        + (namespace.isEmpty() ? "" : namespace + "/")
        + name
        + (group.isEmpty() ? "" : " (" + group + ")");
  }
}
