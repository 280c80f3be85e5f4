package dev.gatehouse.git.remote;

import dev.gatehouse.git.remote.PushOutcome.Accepted;
import dev.gatehouse.git.remote.PushOutcome.Raced;
import dev.gatehouse.git.remote.PushOutcome.Rejected;
import dev.gatehouse.git.remote.PushOutcome.Unclear;
import dev.gatehouse.git.remote.PushOutcome.Unknown;
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
      RemoteRefUpdate ref = ref(local, update);
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(ref));
      return outcome(remote, result.getRemoteUpdate(update.ref()), result.getMessages());
    } catch (IOException | RuntimeException e) {
      return failure(remote.describe(e));
    }
  }

  static RemoteRefUpdate ref(Repository local, Update update) throws IOException {
    return new RemoteRefUpdate(
        local,
        update.wanted().name(),
        update.wanted(),
        update.ref(),
        false,
        null,
        update.expected());
  }

  static PushOutcome outcome(Remote remote, RemoteRefUpdate update, String messages) {
    String said =
        remote
            .access()
            .scrub((String.valueOf(update.getMessage()) + " " + messages).replaceAll("\\s+", " "))
            .strip();
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> new Accepted();
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> new Raced(said);
      case REJECTED_OTHER_REASON, REJECTED_NODELETE, NON_EXISTING -> meaning(said);
      case AWAITING_REPORT, NOT_ATTEMPTED -> new Unknown("the remote sent no report: " + said);
    };
  }

  /** Returns what the words of a remote that refused a push prove. */
  public static PushOutcome meaning(String said) {
    if (RemoteWords.areOfARace(said)) {
      return new Raced(said);
    }
    return RemoteWords.areFinal(said) ? new Rejected(said) : new Unclear(said);
  }

  static PushOutcome failure(String why) {
    PushOutcome words = meaning(why);
    return words instanceof Unclear ? new Unknown(why) : words;
  }
}
