package dev.gatehouse.git.remote;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.PushConnection;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A connection of JGit's that is opened before it is known what will be pushed.
 *
 * <p>The remote compares the expected commit with where the branch is when it moves the branch, and
 * not with what it advertised. For one thread.
 */
final class OpenPush implements Push.Connected {
  private final Repository local;
  private final Remote remote;
  private final @Nullable Transport transport;
  private final @Nullable PushConnection connection;
  private final @Nullable PushOutcome failure;

  private OpenPush(
      Repository local,
      Remote remote,
      @Nullable Transport transport,
      @Nullable PushConnection connection,
      @Nullable PushOutcome failure) {
    this.local = local;
    this.remote = remote;
    this.transport = transport;
    this.connection = connection;
    this.failure = failure;
  }

  static OpenPush to(Repository local, Remote remote) {
    Transport transport = null;
    try {
      transport = remote.open(local);
      return new OpenPush(local, remote, transport, transport.openPush(), null);
    } catch (IOException | RuntimeException e) {
      PushOutcome failure = PushOutcome.failure(remote.describe(e));
      return new OpenPush(local, remote, transport, null, failure);
    }
  }

  @Override
  public Optional<PushOutcome> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public PushOutcome push(Push.Update update) {
    if (connection == null) {
      return failure().orElseThrow();
    }
    try {
      RemoteRefUpdate ref = ref(local, update);
      connection.push(NullProgressMonitor.INSTANCE, Map.of(update.ref(), ref));
      return outcome(remote, ref, connection.getMessages());
    } catch (IOException | RuntimeException e) {
      return PushOutcome.failure(remote.describe(e));
    }
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
    }
    if (transport != null) {
      transport.close();
    }
  }

  /** Returns the update as JGit takes it. */
  static RemoteRefUpdate ref(Repository local, Push.Update update) throws IOException {
    return new RemoteRefUpdate(
        local,
        update.wanted().name(),
        update.wanted(),
        update.ref(),
        false,
        null,
        update.expected());
  }

  /** Returns what the remote reported of the update. */
  static PushOutcome outcome(Remote remote, RemoteRefUpdate update, String messages) {
    String said =
        remote
            .access()
            .scrub((String.valueOf(update.getMessage()) + " " + messages).replaceAll("\\s+", " "))
            .strip();
    return switch (update.getStatus()) {
      case OK, UP_TO_DATE -> new PushOutcome.Accepted();
      case REJECTED_NONFASTFORWARD, REJECTED_REMOTE_CHANGED -> new PushOutcome.Raced(said);
      case REJECTED_OTHER_REASON, REJECTED_NODELETE, NON_EXISTING -> PushOutcome.meaning(said);
      case AWAITING_REPORT, NOT_ATTEMPTED ->
          new PushOutcome.Unknown("the remote sent no report: " + said);
    };
  }
}
