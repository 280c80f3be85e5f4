package dev.gatehouse.git.tree;

import dev.gatehouse.git.tree.TreeRefusal.Code;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Makes one folder a copy of another: what is only in the target goes away.
 *
 * @param source the folder to copy
 * @param target the folder that becomes the copy; it need not exist
 */
public record Snapshot(TreePath source, TreePath target) {
  private record Folder(TreePath path, TreeItem item) {}

  private static final int MOST_ITEMS = 100_000;

  /**
   * The change that makes the copy; costs one tree line, however large the folder is.
   *
   * @param view the tree that holds the source
   * @param sameTree whether the target is in the same tree, so that the two must not overlap
   * @throws TreeRefusedException when the source is missing, holds links or forbidden names, or
   *     overlaps the target
   */
  public TreeChange change(TreeView view, boolean sameTree)
      throws IOException, TreeRefusedException {
    if (target.segments().isEmpty()
        || (sameTree && (source.contains(target) || target.contains(source)))) {
      throw new TreeRefusedException(
          Code.FORBIDDEN_PATH,
          target.toString(),
          "overlaps the folder " + source + " it is copied from",
          "let source and target be separate folders");
    }
    TreeItem item = view.find(source).orElseThrow(() -> TreeView.missing(source, "no such folder"));
    if (item.isFile()) {
      return new TreeChange.PutFile(target, item.id(), item.mode());
    }
    refuseTricks(view, item);
    return new TreeChange.PutFolder(target, item.id());
  }

  /**
   * Neither links nor names such as {@code ..} and {@code .GIT} are copied: Git stores them, and a
   * checkout on some machine would follow them.
   */
  private void refuseTricks(TreeView view, TreeItem folder)
      throws IOException, TreeRefusedException {
    Deque<Folder> open = new ArrayDeque<>();
    open.add(new Folder(source, folder));
    int seen = 0;
    while (!open.isEmpty()) {
      Folder at = open.remove();
      for (TreeItem item : view.items(at.item().id())) {
        TreePath path = at.path().checkedChild(item.name());
        TreeView.refuseLink(path, item);
        if (item.isFolder()) {
          open.add(new Folder(path, item));
        }
        if (++seen > MOST_ITEMS) {
          throw new TreeRefusedException(
              Code.TOO_LARGE,
              source.toString(),
              "holds more than " + MOST_ITEMS + " files",
              "take snapshots of smaller folders");
        }
      }
    }
  }
}
