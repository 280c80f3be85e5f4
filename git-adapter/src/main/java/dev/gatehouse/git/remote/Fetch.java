package dev.gatehouse.git.remote;

import dev.gatehouse.spi.Pause;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FetchResult;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;

/**
 * One fetch of one branch into a copy that other processes may be fetching into as well.
 *
 * <p>Two that bring the same objects make the same pack: JGit holds a {@code .keep} file while it
 * puts the pack in its place, and fails anyone who comes in that moment. A process killed in that
 * moment leaves the lock behind for good.
 *
 * @param copy where the objects go
 * @param repository the copy, opened
 * @param branch its name without {@code refs/heads/}
 */
record Fetch(Mirror copy, Repository repository, String branch) {
  private static final int TRIES = 8;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(5);

  /**
   * The branch's tip; waits for a lock for more than a second in all, longer than it takes to put a
   * pack in its place.
   *
   * @param pause waits between two tries
   */
  Optional<ObjectId> untilUnlocked(Pause pause) throws IOException {
    for (int tried = 1; ; tried++) {
      try {
        return once();
      } catch (TransportException e) {
        String said = copy.remote().describe(e);
        boolean gone = !new CopyFolder(copy.folder()).isWhole();
        if (!gone && !isLock(e)) {
          throw new RemoteUnavailableException(copy.remote().url(), said);
        }
        if (gone || tried == TRIES) {
          throw new CopyUnusableException(copy.folder(), said);
        }
        pause.orInterrupted(FIRST_PAUSE.multipliedBy(1L << tried));
      }
    }
  }

  private Optional<ObjectId> once() throws IOException {
    String ref = "refs/heads/" + branch;
    RefSpec spec = new RefSpec("+" + ref + ":refs/remotes/origin/" + branch);
    try (Transport transport = copy.remote().open(repository)) {
      transport.setTagOpt(TagOpt.NO_TAGS);
      FetchResult result = transport.fetch(NullProgressMonitor.INSTANCE, List.of(spec));
      return Optional.ofNullable(result.getAdvertisedRef(ref)).map(Ref::getObjectId);
    } catch (TransportException e) {
      if (String.valueOf(e.getMessage()).contains("Remote does not have " + ref)) {
        refuseOutage();
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * A host that restarts or restores may show no branch for a moment. That is no answer: a branch
   * that was there is not taken for deleted, nor a remote without any for one that lacks ours.
   */
  private void refuseOutage() throws IOException {
    Ref known = repository.exactRef("refs/remotes/origin/" + branch);
    if (known != null && known.getObjectId() != null) {
      throw new RemoteUnavailableException(
          copy.remote().url(),
          "it does not show branch '%s' now, which was at commit %s before"
              .formatted(branch, known.getObjectId().abbreviate(12).name()));
    }
    try (Transport transport = copy.remote().open(repository);
        FetchConnection connection = transport.openFetch()) {
      if (connection.getRefs().isEmpty()) {
        throw new RemoteUnavailableException(copy.remote().url(), "it shows no branch at all now");
      }
    }
  }

  /** The other's lock is in our way, or the other took away the {@code .keep} we both wrote. */
  private boolean isLock(TransportException failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String message = String.valueOf(at.getMessage());
      if (at instanceof LockFailedException
          || (message.contains(copy.folder().toString()) && message.endsWith(".keep"))) {
        return true;
      }
    }
    return false;
  }
}
