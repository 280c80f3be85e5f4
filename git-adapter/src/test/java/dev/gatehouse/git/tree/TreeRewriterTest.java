package dev.gatehouse.git.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.git.tree.TreeChange.PutText;
import dev.gatehouse.git.tree.TreeChange.Remove;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.internal.storage.dfs.DfsRepositoryDescription;
import org.eclipse.jgit.internal.storage.dfs.InMemoryRepository;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeRewriterTest {
  private final InMemoryRepository repository =
      new InMemoryRepository(new DfsRepositoryDescription("t"));
  private final ObjectInserter inserter = repository.newObjectInserter();

  @Test
  void theTreeIsTheOneThatAnIndexWouldWrite() throws Exception {
    ObjectId start = index("a/x", "1", "a.b/x", "1", "a/sub/y", "2", "b", "3", "z/only", "4");
    ObjectId result =
        rewrite(
            start,
            new PutText(path("a/sub/y"), "9"),
            new PutText(path("a-b/new/f"), "5"),
            new Remove(path("z/only")),
            new PutText(path("b"), "3"));
    assertThat(result)
        .isEqualTo(index("a/x", "1", "a.b/x", "1", "a/sub/y", "9", "b", "3", "a-b/new/f", "5"));
  }

  @Test
  void onlyTouchedTreesAreWritten() throws Exception {
    ObjectId start = index("a/x", "1", "b/c/y", "2", "d/z", "3");
    TreeRewriter rewriter = new TreeRewriter(view(start), inserter);
    rewriter.rewrite(List.of(new PutText(path("b/c/y"), "9")));
    assertThat(rewriter.written()).hasSize(4);
    TreeRewriter idle = new TreeRewriter(view(start), inserter);
    assertThat(idle.rewrite(List.of(new PutText(path("b/c/y"), "2")))).isEqualTo(start);
    assertThat(idle.written()).isEmpty();
  }

  @Test
  void aSnapshotCopiesAFolderDeletionsIncluded() throws Exception {
    ObjectId start = index("from/a", "1", "from/s/b", "2", "to/a", "0", "to/gone", "3");
    TreeChange copy = new Snapshot(path("from"), path("to")).change(view(start), true);
    assertThat(rewrite(start, copy))
        .isEqualTo(index("from/a", "1", "from/s/b", "2", "to/a", "1", "to/s/b", "2"));
    assertThatThrownBy(() -> new Snapshot(path("from"), path("from/s")).change(view(start), true))
        .hasMessageContaining("overlaps");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".git",
        ".GIT",
        ".gIt",
        "..",
        ".",
        ".git ",
        ".git.",
        "git~1",
        "GIT~1",
        ".g\u200cit",
        "a\\b",
        "a\nb",
        ".git::$INDEX_ALLOCATION"
      })
  void aSnapshotWithANameThatSomeFileSystemReadsOtherwiseIsRefused(String name) throws Exception {
    TreeFormatter deep = new TreeFormatter();
    ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'1'});
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    deep.append(bytes, 0, bytes.length, FileMode.REGULAR_FILE, blob);
    ObjectId root = folders(inserter.insert(deep), "from", "sub");
    assertThatThrownBy(() -> new Snapshot(path("from"), path("to")).change(view(root), true))
        .isInstanceOf(TreeRefusedException.class)
        .hasMessageContaining("from/sub/")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aNameThatIsNotUtf8IsWrittenBackAsItWas() throws Exception {
    byte[] latin = "caf\u00e9.yaml".getBytes(StandardCharsets.ISO_8859_1);
    ObjectId blob = inserter.insert(Constants.OBJ_BLOB, new byte[] {'1'});
    TreeFormatter tree = new TreeFormatter();
    tree.append("a.yaml", FileMode.REGULAR_FILE, blob);
    tree.append(latin, 0, latin.length, FileMode.REGULAR_FILE, blob);
    ObjectId result = rewrite(inserter.insert(tree), new PutText(path("a.yaml"), "2"));
    assertThat(view(result).items(result))
        .extracting(TreeItem::bytes)
        .containsExactly("a.yaml".getBytes(StandardCharsets.UTF_8), latin);
  }

  private ObjectId folders(ObjectId tree, String... names) throws Exception {
    ObjectId at = tree;
    for (int i = names.length - 1; i >= 0; i--) {
      TreeFormatter folder = new TreeFormatter();
      folder.append(names[i], FileMode.TREE, at);
      at = inserter.insert(folder);
    }
    return at;
  }

  @Test
  void linksAndSubmodulesAreNeverFollowed() throws Exception {
    ObjectId start = index("real/x", "1", "link -> real", "", "sub => module", "");
    assertThatThrownBy(() -> view(start).bytes(path("link/x")))
        .hasMessageContaining("symbolic link");
    assertThatThrownBy(() -> view(start).bytes(path("sub/x"))).hasMessageContaining("submodule");
    assertThatThrownBy(() -> rewrite(start, new PutText(path("link"), "x")))
        .hasMessageContaining("symbolic link");
    assertThatThrownBy(
            () -> new Snapshot(TreePath.parse("sub"), path("to")).change(view(start), true))
        .hasMessageContaining("submodule");
  }

  @Test
  void aFileOnTheWayIsRefused() throws Exception {
    ObjectId start = index("a", "1", "d/x", "2");
    assertThatThrownBy(() -> rewrite(start, new PutText(path("a/b"), "x")))
        .hasMessageContaining("is a file");
    assertThatThrownBy(() -> rewrite(start, new PutText(path("d"), "x")))
        .hasMessageContaining("is a folder");
  }

  private ObjectId rewrite(ObjectId root, TreeChange... changes) throws Exception {
    return new TreeRewriter(view(root), inserter).rewrite(List.of(changes));
  }

  private TreeView view(ObjectId root) {
    return TreeView.of(inserter.newReader(), root);
  }

  private static TreePath path(String path) throws TreeRefusedException {
    return TreePath.parse(path);
  }

  private ObjectId index(String... pathsAndTexts) throws Exception {
    DirCache cache = DirCache.newInCore();
    DirCacheBuilder builder = cache.builder();
    for (int i = 0; i < pathsAndTexts.length; i += 2) {
      String[] words = pathsAndTexts[i].split(" ", -1);
      DirCacheEntry entry = new DirCacheEntry(words[0]);
      boolean link = words.length > 1 && words[1].equals("->");
      boolean module = words.length > 1 && words[1].equals("=>");
      entry.setFileMode(
          link ? FileMode.SYMLINK : module ? FileMode.GITLINK : FileMode.REGULAR_FILE);
      byte[] bytes = pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
      entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, bytes));
      builder.add(entry);
    }
    builder.finish();
    ObjectId tree = cache.writeTree(inserter);
    inserter.flush();
    return tree;
  }
}
