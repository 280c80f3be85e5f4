package dev.gatehouse.git.publish;

import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.git.edit.FileEditor;
import dev.gatehouse.git.manifest.EditEffect;
import dev.gatehouse.git.manifest.ManifestReader;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreeItem;
import dev.gatehouse.git.tree.TreePath;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeView;
import dev.gatehouse.git.update.EditedTree;
import dev.gatehouse.git.update.TargetEditor;
import dev.gatehouse.reason.Nearest;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.Target;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Makes the edits of a target in a tree and says what they do; the same for a plan and right before
 * a commit.
 *
 * @param edited the new tree
 * @param computed what the edits do
 */
public record EditForecast(EditedTree edited, EditPreview.Computed computed) {

  /**
   * Makes the edits.
   *
   * @param base the commit of the tree
   * @throws RefusedException when an edit cannot be made, or the target's folder is not there
   */
  public static EditForecast of(
      Change change,
      Target target,
      Revision base,
      ObjectId root,
      ObjectInserter inserter,
      ManifestReader manifests)
      throws IOException, RefusedException {
    try (ObjectReader reader = inserter.newReader();
        TargetEditor editor = new TargetEditor(inserter, root, FileEditor.withDefaults())) {
      EditedTree edited = editor.apply(change, target.updates());
      TreeView before = TreeView.of(reader, root);
      TreeView after = TreeView.of(reader, edited.root());
      requireFolder(before, after, TreePath.parse(target.folder()), target);
      return of(edited, target, base, root, inserter, manifests);
    } catch (TreeRefusedException e) {
      throw RefusedException.of(e);
    }
  }

  /**
   * Says what edits do that were made already.
   *
   * @param root the tree before them
   * @throws RefusedException when a path of theirs cannot be one of the repository
   */
  public static EditForecast of(
      EditedTree edited,
      Target target,
      Revision base,
      ObjectId root,
      ObjectInserter inserter,
      ManifestReader manifests)
      throws IOException, RefusedException {
    try (ObjectReader reader = inserter.newReader()) {
      Set<TreePath> files = new LinkedHashSet<>();
      for (EditPreview.Edit edit : edited.edits()) {
        files.add(TreePath.parse(edit.file()));
      }
      EditEffect effect =
          manifests.effect(
              TreeView.of(reader, root),
              TreeView.of(reader, edited.root()),
              TreePath.parse(target.folder()),
              files);
      return new EditForecast(
          edited, new EditPreview.Computed(base, edited.edits(), effect.diff(), effect.origins()));
    } catch (TreeRefusedException e) {
      throw RefusedException.of(e);
    }
  }

  /** A mistyped folder would render nothing, so that no edit would seem to change anything. */
  private static void requireFolder(TreeView before, TreeView after, TreePath folder, Target target)
      throws IOException, TreeRefusedException, RefusedException {
    if (after.find(folder).isPresent() || before.find(folder).isPresent()) {
      return;
    }
    TreePath parent = folder;
    TreePath missing = folder;
    while (after.find(parent).filter(TreeItem::isFolder).isEmpty()) {
      missing = parent;
      parent = parent.parent();
    }
    List<String> names =
        after.items(after.find(parent).orElseThrow().id()).stream()
            .filter(TreeItem::isFolder)
            .map(TreeItem::name)
            .toList();
    String above = parent.segments().isEmpty() ? "" : parent + "/";
    String below = folder.toString().substring(missing.toString().length());
    Optional<String> guess = Nearest.to(missing.name(), names).map(name -> above + name);
    Optional<String> whole = guess.map(path -> path + below).filter(path -> exists(after, path));
    throw new RefusedException(
        GitReasons.reason(
            GitReasons.FOLDER_NOT_FOUND,
            "folder '" + folder + "' is not in the repository",
            "gatehouse.yaml, target " + target.name() + ", folder",
            whole.or(() -> guess).map(path -> "Did you mean '" + path + "'? ").orElse("")
                + (above.isEmpty() ? "The repository" : "Folder " + parent)
                + " has the folders: "
                + (names.isEmpty() ? "none" : Nearest.list(names))));
  }

  private static boolean exists(TreeView tree, String path) {
    try {
      return tree.find(TreePath.parse(path)).filter(TreeItem::isFolder).isPresent();
    } catch (IOException | TreeRefusedException e) {
      return false;
    }
  }
}
