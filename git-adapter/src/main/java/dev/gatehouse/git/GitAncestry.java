package dev.gatehouse.git;

import dev.gatehouse.change.Revision;
import dev.gatehouse.git.publish.History;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.stage.Target;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Tells from a branch how its commits follow each other; what is not on the branch is unrelated.
 * Thread-safe.
 */
public final class GitAncestry implements Ancestry {
  private final Mirrors mirrors;

  /** One with these settings. */
  public GitAncestry(GitSettings settings) {
    this.mirrors = new Mirrors(settings);
  }

  @Override
  public Relation relation(Target target, Revision live, Revision promoted) {
    if (live.equals(promoted)) {
      return Relation.SAME;
    }
    try {
      return mirrors.atTip(
          target.repository(), (mirror, history) -> relation(history, target, live, promoted));
    } catch (RefusedException e) {
      throw new PlatformException(e.reason(), e);
    }
  }

  private static Relation relation(History branch, Target target, Revision live, Revision promoted)
      throws IOException {
    if (!branch.holds(live)) {
      return Relation.UNRELATED;
    }
    History then = new History(branch.repository(), ObjectId.fromString(live.value()));
    if (!then.holds(promoted)) {
      return Relation.UNRELATED;
    }
    History before = new History(branch.repository(), ObjectId.fromString(promoted.value()));
    return folder(then, target.folder()).equals(folder(before, target.folder()))
        ? Relation.KEEPS_FOLDER
        : Relation.CHANGES_FOLDER;
  }

  private static Optional<ObjectId> folder(History at, String folder) throws IOException {
    Repository repository = at.repository();
    ObjectId tree = at.tree(at.tip());
    if (folder.isEmpty() || folder.equals(".")) {
      return Optional.of(tree);
    }
    try (TreeWalk walk = TreeWalk.forPath(repository, folder, tree)) {
      return Optional.ofNullable(walk).map(found -> found.getObjectId(0));
    }
  }
}
