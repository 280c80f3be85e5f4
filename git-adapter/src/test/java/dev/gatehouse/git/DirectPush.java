package dev.gatehouse.git;

import dev.gatehouse.git.remote.Push;
import dev.gatehouse.git.remote.PushOutcome;
import dev.gatehouse.git.remote.Remote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;

/** Moves a branch of a repository on this disk without a process, for tests of many promotions. */
final class DirectPush implements Push {
  private final Path bare;

  DirectPush(Path bare) {
    this.bare = bare;
  }

  @Override
  public PushOutcome push(Repository local, Remote remote, Update update) {
    try (Repository there = new RepositoryBuilder().setGitDir(bare.toFile()).build();
        ObjectReader from = local.newObjectReader();
        ObjectInserter to = there.newObjectInserter()) {
      for (ObjectId id : update.made()) {
        ObjectLoader object = from.open(id);
        to.insert(object.getType(), object.getCachedBytes());
      }
      to.flush();
      RefUpdate move = there.updateRef(update.ref());
      move.setExpectedOldObjectId(update.expected());
      move.setNewObjectId(update.wanted());
      return move.update() == RefUpdate.Result.FAST_FORWARD
          ? new PushOutcome.Accepted()
          : new PushOutcome.Raced(move.getResult().name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
