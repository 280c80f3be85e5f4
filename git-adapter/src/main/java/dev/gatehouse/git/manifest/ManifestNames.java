package dev.gatehouse.git.manifest;

import dev.gatehouse.git.tree.TreePath;
import java.util.List;

/** What the name of a file says of its content. */
final class ManifestNames {
  static final List<String> KUSTOMIZATIONS =
      List.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private ManifestNames() {}

  /** Returns whether a file holds documents by its name. */
  static boolean isYaml(TreePath path) {
    return path.name().endsWith(".yaml")
        || path.name().endsWith(".yml")
        || path.name().endsWith(".json")
        || KUSTOMIZATIONS.contains(path.name());
  }

  /** Whether only Argo CD reads the file, to override what it finds beside it. */
  static boolean isArgoOverride(TreePath file) {
    return file.name().matches("\\.argocd-source(-.+)?\\.yaml");
  }
}
