package dev.gatehouse.change;

import java.util.Optional;

/**
 * A file that is no Kubernetes object and yet decides what reaches a cluster; a reader turns it
 * into an object of its own, named by its path.
 */
public enum FileKind {
  /** A kustomization, of which a component is one kind. */
  KUSTOMIZATION("kustomize.config.k8s.io", "Kustomization"),
  /** A Chart.yaml. */
  CHART("helm.sh", "Chart"),
  /** A file of Helm values. */
  HELM_VALUES("helm.sh", "Values"),
  /** Any other YAML or JSON, such as a patch or a generator's input; nobody knows what it does. */
  OTHER("", "File");

  private final String group;
  private final String kind;

  FileKind(String group, String kind) {
    this.group = group;
    this.kind = kind;
  }

  /** Returns the identity of the file at this path, relative to the repository. */
  public ObjectKey key(String path) {
    return new ObjectKey(group, kind, "", path);
  }

  /** Returns the kind of file that an identity stands for, or empty for a Kubernetes object. */
  public static Optional<FileKind> of(ObjectKey key) {
    for (FileKind file : values()) {
      if (file.kind.equals(key.kind()) && file.group.equals(key.group())) {
        return Optional.of(file);
      }
    }
    boolean component = key.group().equals(KUSTOMIZATION.group) && key.kind().equals("Component");
    return component ? Optional.of(KUSTOMIZATION) : Optional.empty();
  }
}
