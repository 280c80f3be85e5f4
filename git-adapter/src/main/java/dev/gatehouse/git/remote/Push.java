package dev.gatehouse.git.remote;

import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Sends commits to a branch of a remote, by compare-and-set; never forces. */
public interface Push {

  /**
   * Moves the branch from the expected commit to the new one.
   *
   * <p>Never throws for what the remote or the network does: that is an outcome.
   */
  PushOutcome push(Repository local, Remote remote, Update update);

  /**
   * One move of one branch.
   *
   * @param branch its short name
   * @param expected where it stands
   * @param wanted where it shall stand; a descendant of {@code expected}
   * @param made the objects made for it, oldest first; a push may send exactly these
   */
  record Update(String branch, ObjectId expected, ObjectId wanted, List<ObjectId> made) {
    /** Copies the objects. */
    public Update {
      made = List.copyOf(made);
    }

    /** The branch's full name. */
    public String ref() {
      return "refs/heads/" + branch;
    }
  }
}
