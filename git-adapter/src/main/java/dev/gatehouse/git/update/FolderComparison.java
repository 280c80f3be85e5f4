package dev.gatehouse.git.update;

import dev.gatehouse.git.tree.TreeItem;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeView;
import dev.gatehouse.spi.EditPreview.Edit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.lib.ObjectId;

/** Lists the files that differ between two trees; equal folders are not read. */
final class FolderComparison {
  private static final String WHOLE_FILE = "file";
  private final TreeView before;
  private final TreeView after;

  FolderComparison(TreeView before, TreeView after) {
    this.before = before;
    this.after = after;
  }

  List<Edit> edits(TreePath path) throws IOException, TreeRefusedException {
    List<Edit> edits = new ArrayList<>();
    compare(path, before.find(path), after.find(path), edits);
    return edits;
  }

  private void compare(
      TreePath path, Optional<TreeItem> old, Optional<TreeItem> now, List<Edit> into)
      throws IOException {
    if (old.map(TreeItem::id).equals(now.map(TreeItem::id))) {
      return;
    }
    Map<String, TreeItem> left = children(before, old);
    Map<String, TreeItem> right = children(after, now);
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      compare(
          path.child(name),
          Optional.ofNullable(left.get(name)),
          Optional.ofNullable(right.get(name)),
          into);
    }
    String oldFile = file(old);
    String newFile = file(now);
    if (!oldFile.equals(newFile)) {
      into.add(new Edit(path.toString(), WHOLE_FILE, oldFile, newFile));
    }
  }

  private static Map<String, TreeItem> children(TreeView view, Optional<TreeItem> item)
      throws IOException {
    Map<String, TreeItem> children = new LinkedHashMap<>();
    if (item.isPresent() && item.get().isFolder()) {
      view.items(item.get().id()).forEach(i -> children.put(i.name(), i));
    }
    return children;
  }

  private static String file(Optional<TreeItem> item) {
    return item.filter(i -> !i.isFolder()).map(TreeItem::id).map(ObjectId::name).orElse("");
  }
}
