package dev.gatehouse.git.manifest;

import dev.gatehouse.git.tree.TreePath;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The edited files that nothing rendered explains: what they do is not known, which is not the same
 * as nothing.
 *
 * @param folder the target's folder
 * @param edited every file that is edited
 * @param before what the folder rendered to
 * @param after what it renders to with the edit
 */
record Unexplained(TreePath folder, Set<TreePath> edited, Rendering before, Rendering after) {
  private static final String CHART = "Chart.yaml";

  /** Copies the set. */
  Unexplained {
    edited = Set.copyOf(edited);
  }

  /** The files, sorted by path. */
  List<TreePath> files() {
    return edited.stream()
        .filter(file -> !isRead(file) && !isLockOfAnEditedChart(file))
        .sorted(Comparator.comparing(TreePath::toString))
        .toList();
  }

  private boolean isRead(TreePath file) {
    return before.files().contains(file) || after.files().contains(file);
  }

  /** The chart's own edit says what the lock repeats. */
  private boolean isLockOfAnEditedChart(TreePath file) {
    TreePath chart = file.parent().child(CHART);
    return file.name().equals("Chart.lock") && edited.contains(chart) && isRead(chart);
  }

  /**
   * Whether an object in this file may be judged on its own: something else than the folder follows
   * it. Inside the folder a file that is not read is left out of what is rendered.
   */
  boolean standsAlone(TreePath file) {
    return !folder.contains(file)
        && ManifestNames.isYaml(file)
        && !ManifestNames.isArgoOverride(file);
  }

  /** Why the effect of the file is not known, as a part of a sentence. */
  String why(TreePath file) {
    String name = file.name();
    if (ManifestNames.isArgoOverride(file)) {
      return "only Argo CD reads this file, and what it overrides is not known here";
    }
    if (name.endsWith(".jsonnet") || name.endsWith(".libsonnet")) {
      return "Jsonnet is not evaluated here, so what the edit changes is not known";
    }
    if (name.endsWith(".tgz")) {
      return "a packed chart is not opened here, so what the edit changes is not known";
    }
    return folder.contains(file)
        ? "nothing that is rendered from folder "
            + folder
            + " refers to this file, so what the"
            + " edit changes is not known"
        : "the file lies outside folder "
            + folder
            + " and nothing in it refers to the file, so"
            + " what the edit changes is not known; let `folder` name what is rendered from it";
  }
}
