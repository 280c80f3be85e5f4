package dev.gatehouse.git.update;

import dev.gatehouse.git.edit.FileEdit;
import dev.gatehouse.git.edit.ValueEdit;
import dev.gatehouse.git.edit.YamlPath;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreeItem;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeView;
import dev.gatehouse.git.yaml.YamlReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keeps Helm's lock files in step with the dependencies of their charts; for one thread. */
final class ChartLocks {
  private static final Map<String, String> LOCKS =
      Map.of("Chart.yaml", "Chart.lock", "requirements.yaml", "requirements.lock");
  private static final Pattern EXACT =
      Pattern.compile("v?[0-9]+\\.[0-9]+\\.[0-9]+(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?");
  private static final String UPDATE =
      "run `helm dependency update` in the chart's folder and commit the result";
  private final TreeView before;
  private final TreeView now;
  private final YamlReader reader;

  ChartLocks(TreeView before, TreeView now, YamlReader reader) {
    this.before = before;
    this.now = now;
    this.reader = reader;
  }

  /** An edit of a lock file. */
  record LockEdit(TreePath file, FileEdit edit) {}

  /**
   * The edits that bring the lock of a chart in step with its dependencies.
   *
   * @param chart the edited file; nothing to do where it is none of a chart
   * @param text the chart as it becomes
   * @throws RefusedException when that cannot be known without asking the chart's repository
   */
  List<LockEdit> after(TreePath chart, String text)
      throws IOException, TreeRefusedException, RefusedException {
    String name = LOCKS.get(chart.name());
    if (name == null || before.find(chart).isEmpty()) {
      return List.of();
    }
    List<ChartDependency> old = ChartDependency.listed(before.text(chart), chart, reader);
    List<ChartDependency> next = ChartDependency.listed(text, chart, reader);
    List<Integer> moved = new ArrayList<>();
    for (int i = 0; i < Math.min(old.size(), next.size()); i++) {
      if (!old.get(i).version().equals(next.get(i).version())) {
        moved.add(i);
      }
    }
    for (int i : moved) {
      refuseVendored(chart, next.get(i));
    }
    TreePath lock = chart.parent().child(name);
    boolean locked = now.find(lock).filter(TreeItem::isFile).isPresent();
    return moved.isEmpty() || !locked ? List.of() : edits(chart, lock, old, next, moved);
  }

  private List<LockEdit> edits(
      TreePath chart,
      TreePath lock,
      List<ChartDependency> old,
      List<ChartDependency> next,
      List<Integer> moved)
      throws IOException, TreeRefusedException, RefusedException {
    String text = now.text(lock);
    List<ChartDependency> locked = ChartDependency.listed(text, lock, reader);
    Optional<String> digest = ChartDependency.digestIn(text, reader);
    if (!digest.equals(Optional.of(ChartDependency.digest(old, locked)))) {
      throw refuse(lock, "does not fit " + chart.name() + " as it is now", UPDATE);
    }
    List<LockEdit> edits = new ArrayList<>();
    List<ChartDependency> relocked = new ArrayList<>(locked);
    for (int i : moved) {
      ChartDependency dependency = next.get(i);
      refuseUnknown(chart, dependency);
      if (locked.get(i).archive()) {
        throw refuse(
            lock,
            "holds the digest of the archive of "
                + dependency.name()
                + ", which only Helm can read",
            UPDATE);
      }
      relocked.set(i, locked.get(i).at(dependency.version()));
      edits.add(edit(lock, "dependencies[" + i + "].version", dependency.version()));
    }
    edits.add(edit(lock, "digest", ChartDependency.digest(next, relocked)));
    return edits;
  }

  private static LockEdit edit(TreePath lock, String path, String value) {
    return new LockEdit(lock, new ValueEdit(YamlPath.parse(path), value));
  }

  private static void refuseUnknown(TreePath chart, ChartDependency dependency)
      throws RefusedException {
    String what = "dependency " + dependency.name() + " " + dependency.version();
    if (!EXACT.matcher(dependency.version()).matches()) {
      throw refuse(
          chart,
          what + " is not one exact version, so its lock cannot be written without the repository",
          "promote a whole version such as 1.2.3");
    }
    if (dependency.repository().isEmpty() || dependency.repository().startsWith("file://")) {
      throw refuse(
          chart,
          what + " is a chart in this repository, which brings its own version",
          "change that chart's own version, then " + UPDATE);
    }
  }

  /** A packed or unpacked copy of the old version would be used in place of the new one. */
  private void refuseVendored(TreePath chart, ChartDependency dependency)
      throws IOException, TreeRefusedException, RefusedException {
    TreePath charts = chart.parent().child("charts");
    Optional<TreeItem> folder = now.find(charts).filter(TreeItem::isFolder);
    if (folder.isEmpty()) {
      return;
    }
    Pattern archive = Pattern.compile(Pattern.quote(dependency.name()) + "-v?[0-9].*\\.tgz");
    for (TreeItem item : now.items(folder.get().id())) {
      boolean copy =
          item.isFolder()
              ? item.name().equals(dependency.name())
              : archive.matcher(item.name()).matches();
      if (copy) {
        throw refuse(
            charts.child(item.name()),
            "is a copy of dependency " + dependency.name() + ", which only Helm can replace",
            UPDATE + ", or remove the copy and let Helm fetch it");
      }
    }
  }

  private static RefusedException refuse(TreePath file, String found, String next) {
    return new RefusedException(
        GitReasons.reason(GitReasons.CHART_LOCK, found, file.toString(), next));
  }
}
