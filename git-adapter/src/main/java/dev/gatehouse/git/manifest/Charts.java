package dev.gatehouse.git.manifest;

import dev.gatehouse.git.tree.TreeItem;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeView;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Knows which folders of one tree belong to a Helm chart; for one thread. */
final class Charts {
  private static final String CHART = "Chart.yaml";
  private final TreeView view;
  private final Map<TreePath, Boolean> known = new HashMap<>();

  Charts(TreeView view) {
    this.view = view;
  }

  /** Returns whether a Chart.yaml is in the folder of this file or in one above it. */
  boolean hold(TreePath file) throws IOException, TreeRefusedException {
    TreePath folder = file.parent();
    Boolean answer = known.get(folder);
    if (answer == null) {
      boolean here = view.find(folder.child(CHART)).filter(TreeItem::isFile).isPresent();
      answer = here || (!folder.segments().isEmpty() && hold(folder));
      known.put(folder, answer);
    }
    return answer;
  }
}
