package dev.gatehouse.git.publish;

import dev.gatehouse.change.Revision;
import dev.gatehouse.git.commit.Trailers;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * Asks the history of a branch as it stands at one tip; for one thread.
 *
 * @param repository holds the branch's objects
 * @param tip where the branch stands
 */
public record History(Repository repository, ObjectId tip) {
  private static final int MOST_COMMITS = 100_000;

  /** Whether a commit is the tip or an ancestor of it. */
  public boolean holds(Revision revision) throws IOException {
    ObjectId id = ObjectId.fromString(revision.value());
    if (tip.equals(id)) {
      return true;
    }
    if (!repository.getObjectDatabase().has(id)) {
      return false;
    }
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      return walk.isMergedInto(walk.parseCommit(id), walk.parseCommit(tip));
    }
  }

  /** The newest commit after the other one that is of this work. */
  public Optional<Revision> findAfter(Revision older, Trailers work) throws IOException {
    return find(
        walk -> walk.markUninteresting(walk.parseCommit(ObjectId.fromString(older.value()))),
        work,
        MOST_COMMITS);
  }

  /** The newest commit that is of this work, among the last ones of the branch. */
  public Optional<Revision> findAmongLast(int commits, Trailers work) throws IOException {
    return find(walk -> {}, work, commits);
  }

  /** The tree of a commit. */
  public ObjectId tree(ObjectId commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(commit).getTree().copy();
    }
  }

  private Optional<Revision> find(Bound bound, Trailers work, int most) throws IOException {
    Predicate<RevCommit> isWork = c -> Trailers.of(c).filter(t -> t.isSameWork(work)).isPresent();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(tip));
      bound.mark(walk);
      int seen = 0;
      for (RevCommit commit : walk) {
        if (isWork.test(commit)) {
          return Optional.of(new Revision(commit.name()));
        }
        if (++seen >= most) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  @FunctionalInterface
  private interface Bound {
    void mark(RevWalk walk) throws IOException;
  }
}
