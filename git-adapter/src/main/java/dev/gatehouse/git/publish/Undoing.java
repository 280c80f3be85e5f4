package dev.gatehouse.git.publish;

import dev.gatehouse.change.Revision;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.tree.TreeRefusedException;
import dev.gatehouse.git.tree.TreeRewriter;
import dev.gatehouse.git.tree.TreeView;
import dev.gatehouse.git.update.EditedTree;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.Repository;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * Takes commits back on a tree, one after the other; for one thread.
 *
 * @param history the branch that must hold them
 * @param inserter where new objects go
 * @param branch the branch, for refusals
 */
public record Undoing(History history, ObjectInserter inserter, Repository branch) {
  /**
   * The tree without what the commits wrote.
   *
   * @param edited the tree, with one edit for each file that differs
   * @param left what was changed again since and stays
   */
  public record Undone(EditedTree edited, List<String> left) {
    /** Copies the list. */
    public Undone {
      left = List.copyOf(left);
    }
  }

  /** Takes the commits back, newest first. */
  public Undone undo(ObjectId tree, List<Revision> commits) throws IOException, RefusedException {
    ObjectId root = tree;
    List<ObjectId> made = new ArrayList<>();
    List<String> left = new ArrayList<>();
    try (ObjectReader reader = inserter.newReader();
        RevWalk walk = new RevWalk(reader)) {
      for (Revision written : commits) {
        if (!history.holds(written)) {
          throw notThere(written);
        }
        RevCommit commit = walk.parseCommit(ObjectId.fromString(written.value()));
        RevCommit parent = walk.parseCommit(commit.getParent(0));
        TreeView now = TreeView.of(reader, root);
        Undo undo =
            new Undo(
                TreeView.of(reader, parent.getTree()), TreeView.of(reader, commit.getTree()), now);
        TreeRewriter rewriter = new TreeRewriter(now, inserter);
        root = rewriter.rewrite(undo.changes());
        made.addAll(rewriter.written());
        left.addAll(undo.left());
      }
      return new Undone(new EditedTree(root, edits(reader, tree, root), made), left);
    } catch (TreeRefusedException e) {
      throw RefusedException.of(e);
    }
  }

  private static List<EditPreview.Edit> edits(ObjectReader reader, ObjectId before, ObjectId after)
      throws IOException {
    List<EditPreview.Edit> edits = new ArrayList<>();
    try (TreeWalk walk = new TreeWalk(reader)) {
      walk.addTree(before);
      walk.addTree(after);
      walk.setRecursive(true);
      walk.setFilter(TreeFilter.ANY_DIFF);
      while (walk.next()) {
        edits.add(new EditPreview.Edit(walk.getPathString(), "", blob(walk, 0), blob(walk, 1)));
      }
    }
    return edits;
  }

  private static String blob(TreeWalk walk, int tree) {
    ObjectId id = walk.getObjectId(tree);
    return id.equals(ObjectId.zeroId()) ? "" : id.name();
  }

  private RefusedException notThere(Revision written) {
    return new RefusedException(
        GitReasons.reason(
            GitReasons.NOT_ON_BRANCH,
            "commit " + written.brief() + " is not on the branch, so there is nothing to revert",
            CommitChain.where(branch),
            "look at the branch's history; it may have been rewritten"));
  }
}
