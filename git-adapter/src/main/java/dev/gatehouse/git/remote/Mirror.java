package dev.gatehouse.git.remote;

import dev.gatehouse.spi.Pause;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;

/**
 * A bare copy of a remote's branches on this disk: a cache that may be deleted at any time.
 *
 * <p>Several processes may share one folder or have their own: objects are named by their content,
 * and the tip of the branch is always asked of the remote. Thread-safe; each caller opens its own
 * {@link Repository}.
 *
 * @param folder where the copy lives
 * @param remote what it copies
 */
public record Mirror(Path folder, Remote remote) {

  /** The mirror of this remote below a folder that holds many. */
  public static Mirror below(Path caches, Remote remote) {
    return new Mirror(caches.resolve(name(remote.url()) + ".git"), remote);
  }

  /** Opens the copy, recreated when it is missing; the caller closes it. */
  public Repository open() throws IOException {
    return new CopyFolder(folder).open();
  }

  /**
   * Brings a branch here and says where it is now; empty when the remote has no such branch.
   *
   * @throws RemoteUnavailableException when the remote cannot be asked
   * @throws CopyUnusableException when this copy must be thrown away first
   */
  public Optional<ObjectId> fetch(Repository repository, String branch) throws IOException {
    return FetchTurn.of(folder)
        .fetch(
            remote,
            branch,
            () -> {
              sweep();
              Optional<ObjectId> tip =
                  new Fetch(this, repository, branch).untilUnlocked(Pause.real());
              compact(repository);
              return tip;
            });
  }

  /** Fetches that are killed again and again would fill the disk before any of them succeeds. */
  private void sweep() {
    Path objects = folder.resolve("objects");
    try {
      Leftovers leftovers = Leftovers.asOf(objects, objects);
      leftovers.sweep();
      leftovers.sweepLocks();
    } catch (IOException e) {
      System.getLogger(Mirror.class.getName())
          .log(System.Logger.Level.DEBUG, "the leftovers in a copy were not swept", e);
    }
  }

  private void compact(Repository repository) throws CopyUnusableException {
    if (repository instanceof FileRepository files) {
      try {
        Compaction.whenDue(files);
      } catch (IOException e) {
        throw new CopyUnusableException(folder, "its packs cannot be merged: " + e.getMessage());
      }
    }
  }

  /**
   * An inserter that keeps everything in one pack, written when it is flushed and dropped when it
   * is not.
   */
  public ObjectInserter newInserter(Repository repository) {
    return repository instanceof FileRepository files
        ? files.getObjectDatabase().newPackInserter()
        : repository.newObjectInserter();
  }

  /** Notes the tip of the branch after our push; losing this costs a fetch, nothing else. */
  public void advance(Repository repository, String branch, ObjectId tip) throws IOException {
    RefUpdate update = repository.updateRef("refs/remotes/origin/" + branch);
    update.setNewObjectId(tip);
    update.forceUpdate();
  }

  /** Throws the copy away; the next {@link #open} makes it again. */
  public void discard() throws IOException {
    new CopyFolder(folder).remove();
  }

  private static String name(RemoteUrl url) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(url.address().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
