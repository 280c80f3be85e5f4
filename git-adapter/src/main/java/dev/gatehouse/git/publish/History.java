package dev.gatehouse.git.publish;

import dev.gatehouse.change.Revision;
import dev.gatehouse.git.commit.Trailers;
import dev.gatehouse.reason.SafeText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/**
 * Asks the history of a branch as it is at one tip; for one thread.
 *
 * @param repository holds the branch's objects
 * @param tip the tip of the branch
 */
public record History(Repository repository, ObjectId tip) {
  private static final int MOST_AUTHORS = 200;
  private static final int LONGEST_NAME = 60;

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

  /** A commit that carries our trailers; that proves nothing. */
  public record Claim(Revision commit, Trailers trailers) {}

  /** The commits with our trailers among the last ones of the branch, newest first. */
  public List<Claim> claims(int lookedBack) throws IOException {
    List<Claim> claims = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(tip));
      int seen = 0;
      for (RevCommit commit : walk) {
        Trailers.of(commit).ifPresent(t -> claims.add(new Claim(new Revision(commit.name()), t)));
        if (++seen >= lookedBack) {
          break;
        }
      }
    }
    return claims;
  }

  /** The authors' names of the commits since an earlier tip, newest first; of 200 at most. */
  public List<String> authorsSince(ObjectId earlier) throws IOException {
    List<String> names = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(tip));
      walk.markUninteresting(walk.parseCommit(earlier));
      for (RevCommit commit : walk) {
        names.add(name(commit.getAuthorIdent()));
        if (names.size() == MOST_AUTHORS) {
          break;
        }
      }
    }
    return names;
  }

  private static String name(@Nullable PersonIdent author) {
    String name = author == null ? "" : author.getName().replaceAll("\\s+", " ").strip();
    if (name.isEmpty()) {
      return "an unnamed author";
    }
    return SafeText.cut(name, LONGEST_NAME);
  }

  /** The tree of a commit. */
  public ObjectId tree(ObjectId commit) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return walk.parseCommit(commit).getTree().copy();
    }
  }
}
