package dev.gatehouse.git.remote;

import java.io.IOException;
import java.util.List;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/** Pushes with JGit's own transports; stateless and thread-safe. */
public final class TransportPush implements Push {
  @Override
  public Connected connect(Repository local, Remote remote) {
    return OpenPush.to(local, remote);
  }

  @Override
  public PushOutcome push(Repository local, Remote remote, Update update) {
    try (Transport transport = remote.open(local)) {
      RemoteRefUpdate ref = OpenPush.ref(local, update);
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(ref));
      return OpenPush.outcome(remote, result.getRemoteUpdate(update.ref()), result.getMessages());
    } catch (IOException | RuntimeException e) {
      return PushOutcome.failure(remote.describe(e));
    }
  }
}
