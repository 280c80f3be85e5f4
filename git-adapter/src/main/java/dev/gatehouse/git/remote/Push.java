package dev.gatehouse.git.remote;

import java.util.List;
import java.util.Optional;
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
   * Opens a connection now, to push later: what happens between asking for the tip and the push is
   * then as short as it can be. Never throws for what the remote or the network does.
   *
   * @param local holds the objects that will be pushed
   */
  default Connected connect(Repository local, Remote remote) {
    return new Connected() {
      @Override
      public Optional<PushOutcome> failure() {
        return Optional.empty();
      }

      @Override
      public PushOutcome push(Update update) {
        return Push.this.push(local, remote, update);
      }

      @Override
      public void close() {}
    };
  }

  /** An open connection for one push; the caller closes it. For one thread. */
  interface Connected extends AutoCloseable {
    /** Returns why there is no connection. */
    Optional<PushOutcome> failure();

    /** Pushes; the branch may have moved since the connection was opened. */
    PushOutcome push(Update update);

    @Override
    void close();
  }

  /**
   * One move of one branch.
   *
   * @param branch its short name
   * @param expected where it is
   * @param wanted where it must be; a descendant of {@code expected}
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
