package dev.gatehouse.git.tree;

import dev.gatehouse.git.tree.TreeChange.PutFile;
import dev.gatehouse.git.tree.TreeChange.PutFolder;
import dev.gatehouse.git.tree.TreeChange.PutText;
import dev.gatehouse.git.tree.TreeRefusal.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.util.Paths;

/**
 * Writes the objects of a changed tree: the touched blobs and the trees on the way to them, nothing
 * else.
 *
 * <p>For one thread; collects what it wrote until it is thrown away.
 */
public final class TreeRewriter {
  private final TreeView view;
  private final ObjectInserter inserter;
  private final List<ObjectId> written = new ArrayList<>();

  /** A rewriter of this view's tree; the caller flushes and closes the inserter. */
  public TreeRewriter(TreeView view, ObjectInserter inserter) {
    this.view = view;
    this.inserter = inserter;
  }

  /**
   * The id of the tree with the changes made in their order.
   *
   * @throws TreeRefusedException when a change does not fit what is at its path
   */
  public ObjectId rewrite(List<TreeChange> changes) throws IOException, TreeRefusedException {
    ObjectId root = rewrite(Optional.of(view.root()), changes, 0).orElse(null);
    return root != null ? root : insertTree(new TreeFormatter());
  }

  /** The objects written so far, in order. */
  public List<ObjectId> written() {
    return List.copyOf(written);
  }

  private Optional<ObjectId> rewrite(Optional<ObjectId> tree, List<TreeChange> changes, int depth)
      throws IOException, TreeRefusedException {
    Map<String, TreeItem> items = new LinkedHashMap<>();
    for (TreeItem item : tree.isPresent() ? view.items(tree.get()) : List.<TreeItem>of()) {
      items.put(item.stored(), item);
    }
    Map<String, List<TreeChange>> byName = new LinkedHashMap<>();
    for (TreeChange change : changes) {
      if (change.path().segments().isEmpty()) {
        throw new TreeRefusedException(
            Code.WRONG_KIND, "/", "is the whole repository", "name a file or a folder in it");
      }
      String name = change.path().segments().get(depth);
      byName.computeIfAbsent(name, n -> new ArrayList<>()).add(change);
    }
    boolean changed = false;
    for (Map.Entry<String, List<TreeChange>> entry : byName.entrySet()) {
      String stored = new TreeItem(entry.getKey(), FileMode.TREE, view.root()).stored();
      Optional<TreeItem> old = Optional.ofNullable(items.get(stored));
      Optional<TreeItem> now = rewriteItem(entry.getKey(), old, entry.getValue(), depth);
      changed |= !now.equals(old);
      now.ifPresentOrElse(i -> items.put(stored, i), () -> items.remove(stored));
    }
    if (!changed) {
      return tree;
    }
    return items.isEmpty() ? Optional.empty() : Optional.of(insertTree(format(items.values())));
  }

  private Optional<TreeItem> rewriteItem(
      String name, Optional<TreeItem> old, List<TreeChange> changes, int depth)
      throws IOException, TreeRefusedException {
    Optional<TreeItem> item = old;
    List<TreeChange> deeper = new ArrayList<>();
    for (TreeChange change : changes) {
      if (item.isPresent()) {
        TreeView.refuseLink(change.path(), item.get());
      }
      if (change.path().segments().size() > depth + 1) {
        deeper.add(change);
        continue;
      }
      item = into(name, item, deeper, depth);
      deeper.clear();
      item = replace(name, item, change);
    }
    return into(name, item, deeper, depth);
  }

  private Optional<TreeItem> into(
      String name, Optional<TreeItem> item, List<TreeChange> changes, int depth)
      throws IOException, TreeRefusedException {
    if (changes.isEmpty()) {
      return item;
    }
    if (item.isPresent() && !item.get().isFolder()) {
      throw new TreeRefusedException(
          Code.WRONG_KIND,
          changes.get(0).path().toString(),
          "'" + name + "' on the way is a file",
          "let the path go through folders");
    }
    return rewrite(item.map(TreeItem::id), changes, depth + 1)
        .map(id -> new TreeItem(name, FileMode.TREE, id));
  }

  private Optional<TreeItem> replace(String name, Optional<TreeItem> old, TreeChange change)
      throws IOException, TreeRefusedException {
    if (change instanceof PutFolder folder) {
      return Optional.of(new TreeItem(name, FileMode.TREE, folder.tree()));
    }
    if (change instanceof TreeChange.Remove) {
      return Optional.empty();
    }
    if (old.isPresent() && old.get().isFolder()) {
      throw new TreeRefusedException(
          Code.WRONG_KIND, change.path().toString(), "is a folder", "let the path name a file");
    }
    if (change instanceof PutFile file) {
      return Optional.of(new TreeItem(name, file.mode(), file.blob()));
    }
    byte[] content = ((PutText) change).text().getBytes(StandardCharsets.UTF_8);
    FileMode mode = old.map(TreeItem::mode).orElse(FileMode.REGULAR_FILE);
    ObjectId id = inserter.idFor(Constants.OBJ_BLOB, content);
    if (old.isEmpty() || !old.get().id().equals(id)) {
      written.add(inserter.insert(Constants.OBJ_BLOB, content));
    }
    return Optional.of(new TreeItem(name, mode, id));
  }

  private static TreeFormatter format(Iterable<TreeItem> items) {
    List<TreeItem> sorted = new ArrayList<>();
    items.forEach(sorted::add);
    sorted.sort(TreeRewriter::inGitOrder);
    TreeFormatter formatter = new TreeFormatter();
    for (TreeItem item : sorted) {
      byte[] name = item.bytes();
      formatter.append(name, 0, name.length, item.mode(), item.id());
    }
    return formatter;
  }

  private static int inGitOrder(TreeItem left, TreeItem right) {
    byte[] a = left.bytes();
    byte[] b = right.bytes();
    return Paths.compare(
        a, 0, a.length, left.mode().getBits(), b, 0, b.length, right.mode().getBits());
  }

  private ObjectId insertTree(TreeFormatter formatter) throws IOException {
    ObjectId id = inserter.insert(formatter);
    written.add(id);
    return id;
  }
}
