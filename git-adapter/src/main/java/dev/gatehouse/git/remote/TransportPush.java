package dev.gatehouse.git.remote;

import dev.gatehouse.git.remote.PushOutcome.Accepted;
import dev.gatehouse.git.remote.PushOutcome.Raced;
import dev.gatehouse.git.remote.PushOutcome.Rejected;
import dev.gatehouse.git.remote.PushOutcome.Unknown;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/** Pushes with JGit's own transports; stateless and thread-safe. */
public final class TransportPush implements Push {
  private static final List<String> RACES =
      List.of(
          "non-fast-forward",
          "fetch first",
          "cannot lock ref",
          "incorrect old value",
          "failed to update ref",
          "failed to lock",
          "stale info",
          "lock failure",
          "reference already exists");
  // No status numbers here: an id in an unclear failure may hold the same digits.
  private static final List<String> DENIALS =
      List.of(
          "not authorized",
          "not permitted",
          "authentication not supported",
          "auth fail",
          "cannot log in",
          "permission denied");

  @Override
  public PushOutcome push(Repository local, Remote remote, Update update) {
    try (Transport transport = remote.open(local)) {
      RemoteRefUpdate ref =
          new RemoteRefUpdate(
              local,
              update.wanted().name(),
              update.wanted(),
              update.ref(),
              false,
              null,
              update.expected());
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, List.of(ref));
      return outcome(remote, result.getRemoteUpdate(update.ref()), result.getMessages());
    } catch (IOException | RuntimeException e) {
      return failure(remote.describe(e));
    }
  }

  private static PushOutcome outcome(Remote remote, RemoteRefUpdate update, String messages) {
    String said =
        remote
            .access()
            .scrub((String.valueOf(update.getMessage()) + " " + messages).replaceAll("\\s+", " "))
            .strip();
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> new Accepted();
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> new Raced(said);
      case REJECTED_OTHER_REASON -> isOneOf(RACES, said) ? new Raced(said) : new Rejected(said);
      case REJECTED_NODELETE, NON_EXISTING -> new Rejected(said);
      case AWAITING_REPORT, NOT_ATTEMPTED -> new Unknown("the remote sent no report: " + said);
    };
  }

  private static PushOutcome failure(String why) {
    if (isOneOf(RACES, why)) {
      return new Raced(why);
    }
    return isOneOf(DENIALS, why) ? new Rejected(why) : new Unknown(why);
  }

  private static boolean isOneOf(List<String> texts, String said) {
    String lower = said.toLowerCase(Locale.ROOT);
    return texts.stream().anyMatch(lower::contains);
  }
}
