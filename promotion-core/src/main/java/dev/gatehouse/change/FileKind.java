package dev.gatehouse.change;

import java.util.Optional;

/**
 * A file that is no Kubernetes object and yet decides what reaches a cluster.
 *
 * <p>A reader turns it into an object that is named by its path, of kind {@code File} where the
 * file names no kind; a second document of a file adds {@code #1}.
 */
public enum FileKind {
  /** A kustomization or one of its components. */
  KUSTOMIZATION("kustomize.config.k8s.io/Kustomization"),
  /** A Chart.yaml. */
  CHART("helm.sh/Chart"),
  /** A file of Helm values. */
  HELM_VALUES("helm.sh/Values"),
  /** Any other file, such as a generator's input; nobody knows what it does. */
  OTHER("File");

  private final String title;

  FileKind(String title) {
    this.title = title;
  }

  /** Returns the name under which rules and lists of kinds know it. */
  public String title() {
    return title;
  }

  /** Returns the kind of file that an identity represents, or empty for a Kubernetes object. */
  public static Optional<FileKind> of(ObjectKey key) {
    if (key.group().equals("kustomize.config.k8s.io")) {
      return Optional.of(KUSTOMIZATION);
    }
    boolean file = key.kind().equals("File") || key.kind().equals("Patch");
    return file && key.group().isEmpty() ? Optional.of(named(key.name())) : Optional.empty();
  }

  private static FileKind named(String path) {
    String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("#[0-9]+$", "");
    if (name.matches("(?i)kustomization(\\.ya?ml)?")) {
      return KUSTOMIZATION;
    }
    if (name.equals("Chart.yaml")) {
      return CHART;
    }
    return name.matches("(?i).*values.*\\.(ya?ml|json)") ? HELM_VALUES : OTHER;
  }
}
