package dev.gatehouse.git;

import dev.gatehouse.git.publish.History;
import dev.gatehouse.git.refusal.GitReasons;
import dev.gatehouse.git.refusal.RefusedException;
import dev.gatehouse.git.refusal.Unreachable;
import dev.gatehouse.git.remote.CopyUnusableException;
import dev.gatehouse.git.remote.Mirror;
import dev.gatehouse.git.remote.Remote;
import dev.gatehouse.git.remote.RemoteUrl;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.stage.Repository;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * Opens the mirrors of this process at the tip of a branch, and says in the product's words when
 * that fails.
 */
final class Mirrors {
  private final GitSettings settings;

  Mirrors(GitSettings settings) {
    this.settings = settings;
  }

  Mirror of(Repository repository) {
    Remote remote =
        new Remote(
            new RemoteUrl(repository.url()),
            settings.access().apply(repository),
            settings.timeoutSeconds());
    return Mirror.below(settings.caches(), remote);
  }

  /**
   * Does something with a branch as it is now; once more, with a fresh copy, when the copy turns
   * out broken.
   */
  <T> T atTip(Repository repository, AtTip<T> use) throws RefusedException {
    Mirror mirror = of(repository);
    try {
      try {
        return once(repository, mirror, use);
      } catch (MissingObjectException | CopyUnusableException e) {
        mirror.discard();
        return once(repository, mirror, use);
      }
    } catch (IOException e) {
      throw unreachable(repository, e);
    }
  }

  private static <T> T once(Repository repository, Mirror mirror, AtTip<T> use)
      throws IOException, RefusedException {
    try (org.eclipse.jgit.lib.Repository local = mirror.open()) {
      Optional<ObjectId> tip = mirror.fetch(local, repository.branch());
      if (tip.isEmpty()) {
        throw new RefusedException(
            GitReasons.reason(
                GitReasons.NO_BRANCH,
                "the remote has no branch '" + repository.branch() + "'",
                repository.url(),
                "create the branch, or correct its name in gatehouse.yaml"));
      }
      return use.apply(mirror, new History(local, tip.get()));
    }
  }

  private static PlatformException unreachable(Repository repository, IOException e) {
    return new PlatformException(
        Unreachable.reason(e, repository.url() + " branch " + repository.branch()), e);
  }

  /** What is done with a branch at its tip. */
  @FunctionalInterface
  interface AtTip<T> {
    T apply(Mirror mirror, History history) throws IOException, RefusedException;
  }
}
