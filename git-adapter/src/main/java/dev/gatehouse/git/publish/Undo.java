package dev.gatehouse.git.publish;

import dev.gatehouse.git.edit.ValueUndo;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreeChange;
import dev.gatehouse.git.tree.TreeItem;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.merge.MergeAlgorithm;
import org.eclipse.jgit.merge.MergeFormatter;
import org.eclipse.jgit.merge.MergeResult;

/**
 * Takes back what one commit did, on a branch that has moved on: file by file, and where others
 * wrote too value by value, or by lines where the commit did more than replace values.
 */
final class Undo {
  private final TreeView before;
  private final TreeView written;
  private final TreeView now;
  private final List<TreeChange> changes = new ArrayList<>();
  private final List<String> left = new ArrayList<>();

  Undo(TreeView before, TreeView written, TreeView now) {
    this.before = before;
    this.written = written;
    this.now = now;
  }

  List<TreeChange> changes() throws IOException, TreeRefusedException, RefusedException {
    compare(TreePath.ROOT, Optional.of(root(before)), Optional.of(root(written)));
    return changes;
  }

  /** What was changed again since and stays as it is, as {@code file place is now value}. */
  List<String> left() {
    return List.copyOf(left);
  }

  private void compare(TreePath path, Optional<TreeItem> old, Optional<TreeItem> ours)
      throws IOException, TreeRefusedException, RefusedException {
    if (old.map(TreeItem::id).equals(ours.map(TreeItem::id))) {
      return;
    }
    Map<String, TreeItem> left = children(before, old);
    Map<String, TreeItem> right = children(written, ours);
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      compare(
          path.child(name),
          Optional.ofNullable(left.get(name)),
          Optional.ofNullable(right.get(name)));
    }
    Optional<TreeItem> oldFile = old.filter(i -> !i.isFolder());
    Optional<TreeItem> ourFile = ours.filter(i -> !i.isFolder());
    if (!oldFile.equals(ourFile)) {
      undo(path, oldFile, ourFile, now.find(path));
    }
  }

  private void undo(
      TreePath path, Optional<TreeItem> old, Optional<TreeItem> ours, Optional<TreeItem> current)
      throws IOException, TreeRefusedException, RefusedException {
    if (current.equals(old)) {
      return;
    }
    if (current.equals(ours)) {
      changes.add(
          old.<TreeChange>map(o -> new TreeChange.PutFile(path, o.id(), o.mode()))
              .orElse(new TreeChange.Remove(path)));
    } else if (old.isPresent()
        && ours.isPresent()
        && current.filter(TreeItem::isFile).isPresent()) {
      String text = text(now, path, current.get());
      Optional<ValueUndo> values =
          ValueUndo.of(text(before, path, old.get()), text(written, path, ours.get()), text);
      if (values.isPresent()) {
        values.get().left().forEach(place -> left.add(path + " " + place));
      }
      String undone =
          values.isPresent()
              ? values.get().text()
              : merge(path, old.get(), ours.get(), current.get());
      if (!undone.equals(text)) {
        changes.add(new TreeChange.PutText(path, undone));
      }
    } else {
      throw conflict(path, "was added or removed since");
    }
  }

  private String merge(TreePath path, TreeItem old, TreeItem ours, TreeItem current)
      throws IOException, TreeRefusedException, RefusedException {
    MergeResult<RawText> merged =
        new MergeAlgorithm()
            .merge(
                RawTextComparator.DEFAULT,
                lines(written, path, ours),
                lines(now, path, current),
                lines(before, path, old));
    if (merged.containsConflicts()) {
      throw conflict(path, "was changed in the same lines since");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new MergeFormatter()
        .formatMerge(out, merged, List.of("written", "now", "before"), StandardCharsets.UTF_8);
    return TreeView.text(path, out.toByteArray());
  }

  private static String text(TreeView view, TreePath path, TreeItem item)
      throws IOException, TreeRefusedException {
    return TreeView.text(path, view.bytes(path, item.id()));
  }

  private static RawText lines(TreeView view, TreePath path, TreeItem item)
      throws IOException, TreeRefusedException {
    return new RawText(view.bytes(path, item.id()));
  }

  private static TreeItem root(TreeView view) {
    return new TreeItem("", FileMode.TREE, view.root());
  }

  private static Map<String, TreeItem> children(TreeView view, Optional<TreeItem> item)
      throws IOException {
    Map<String, TreeItem> children = new LinkedHashMap<>();
    if (item.isPresent() && item.get().isFolder()) {
      view.items(item.get().id()).forEach(i -> children.put(i.name(), i));
    }
    return children;
  }

  private static RefusedException conflict(TreePath path, String found) {
    return new RefusedException(
        GitReasons.reason(
            GitReasons.REVERT_CONFLICT,
            found,
            path.toString(),
            "revert this file by hand, or promote the older version"));
  }
}
