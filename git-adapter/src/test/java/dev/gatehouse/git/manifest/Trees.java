package dev.gatehouse.git.manifest;

import dev.gatehouse.git.tree.TreeChange;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeRewriter;
import dev.gatehouse.git.tree.TreeView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;

/** Files in memory before and after an edit. */
final class Trees {
  private final ObjectInserter inserter =
      new InMemoryRepository(new DfsRepositoryDescription("t")).newObjectInserter();
  private final Map<String, String> before = new LinkedHashMap<>();
  private final Map<String, String> after = new LinkedHashMap<>();

  /** Adds files that stay as they are; paths and texts in turn. */
  Trees with(String... files) {
    for (int i = 0; i < files.length; i += 2) {
      before.put(files[i], files[i + 1]);
      after.put(files[i], files[i + 1]);
    }
    return this;
  }

  /** Adds a file that is edited. */
  Trees edited(String path, String old, String now) {
    before.put(path, old);
    after.put(path, now);
    return this;
  }

  /** What the edit does to the objects of a folder. */
  EditEffect effect(String folder) {
    Set<TreePath> files = new LinkedHashSet<>();
    try {
      for (Map.Entry<String, String> file : after.entrySet()) {
        if (!file.getValue().equals(before.get(file.getKey()))) {
          files.add(TreePath.parse(file.getKey()));
        }
      }
      return new ManifestReader().effect(view(before), view(after), TreePath.parse(folder), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TreeRefusedException e) {
      throw new AssertionError(e);
    }
  }

  private TreeView view(Map<String, String> files) throws IOException, TreeRefusedException {
    List<TreeChange> changes = new ArrayList<>();
    for (Map.Entry<String, String> file : files.entrySet()) {
      changes.add(new TreeChange.PutText(TreePath.parse(file.getKey()), file.getValue()));
    }
    ObjectId empty = inserter.insert(new TreeFormatter());
    TreeView start = TreeView.of(inserter.newReader(), empty);
    return TreeView.of(inserter.newReader(), new TreeRewriter(start, inserter).rewrite(changes));
  }
}
