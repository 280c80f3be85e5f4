package dev.gatehouse.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.git.remote.Push;
import dev.gatehouse.git.remote.PushOutcome;
import dev.gatehouse.git.remote.TransportPush;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What follows a refused push depends on where the branch is, not on the remote's words. */
class RefusedPushTest {
  private static final String TF401028 =
      "TF401028: The reference 'refs/heads/main' has already been updated by another client, so you"
          + " cannot update it. Please try again.";
  @TempDir Path folder;
  private RemoteFixture remote;
  private final SharedStore store = new SharedStore();
  private final AtomicInteger pushes = new AtomicInteger();

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  private WriteOutcome writeWith(Push push) {
    GitDesiredStateWriter writer =
        new GitDesiredStateWriter(
            GitSettings.anonymous(remote.caches()), store.as("me", Steps.NONE), push);
    return writer.write(remote.request(writer, "p-1", "a", "v2"));
  }

  /** A push that the remote refuses so often, then takes. */
  private Push refusing(int times, PushOutcome outcome) {
    return (local, where, update) ->
        pushes.incrementAndGet() <= times
            ? outcome
            : new TransportPush().push(local, where, update);
  }

  /** A remote that refuses and was moved by someone else at the same time. */
  private Push movedMeanwhile(PushOutcome outcome) {
    return (local, where, update) -> {
      if (pushes.incrementAndGet() > 1) {
        return new TransportPush().push(local, where, update);
      }
      try {
        remote.pull();
        remote.write("apps/b/note.yaml", "n: 1\n");
        remote.push("Another client");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return outcome;
    };
  }

  @Test
  void aRefusalInUnknownWordsIsTriedAgain() {
    assertThat(writeWith(refusing(2, new PushOutcome.Unclear("the moon is wrong"))))
        .isInstanceOf(WriteOutcome.Written.class);
  }

  @Test
  void aRefusalInUnknownWordsThatLastsHoldsAndMayPass() {
    WriteOutcome.Held held =
        (WriteOutcome.Held) writeWith(refusing(99, new PushOutcome.Unclear("the moon is wrong")));
    assertThat(held.cause()).isEqualTo(WriteOutcome.Held.Cause.OUTAGE);
    assertThat(held.reason().code()).hasToString("git-push-unclear");
    assertThat(held.reason().what()).contains("has not moved", "the moon is wrong");
    assertThat(pushes).hasValue(3);
  }

  @Test
  void aRefusalOfABranchThatMovedIsARaceWhateverTheWords() {
    assertThat(
            writeWith(movedMeanwhile(new PushOutcome.Rejected("protected branch hook declined"))))
        .isInstanceOf(WriteOutcome.Written.class);
  }

  @Test
  void aRefusalThatIsKnownToBeFinalHoldsAndIsNotRepeatedAtOnce() {
    WriteOutcome.Held held =
        (WriteOutcome.Held) writeWith(refusing(99, new PushOutcome.Rejected("protected branch")));
    assertThat(held.cause()).isEqualTo(WriteOutcome.Held.Cause.REFUSAL);
    assertThat(held.reason().code()).hasToString("git-push-rejected");
    assertThat(pushes).hasValue(1);
  }

  @Test
  void theWordsOfAzureDevOpsForARaceAreARace() {
    assertThat(writeWith(refusing(1, PushOutcome.meaning(TF401028))))
        .isInstanceOf(WriteOutcome.Written.class);
    assertThat(PushOutcome.meaning(TF401028)).isInstanceOf(PushOutcome.Raced.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "protected branch hook declined",
        "remote: error: GH006: Protected branch update failed for refs/heads/main.",
        "push declined due to repository rule violations",
        "remote: Permission to acme/gitops.git denied to bot.",
        "remote: Write access to repository not granted.",
        "pre-receive hook declined remote: GitLab: You are not allowed to push code to protected"
            + " branches on this project.",
        "pre-receive hook declined remote: Gitea: Not allowed to push to protected branch main",
        "TF402455: Pushes to this branch are not permitted; you must use a pull request to update"
            + " this branch.",
        "TF401027: You need the Git 'GenericContribute' permission to perform this action.",
        "remote: Branch refs/heads/main can only be modified through pull requests.",
        "remote: Permission denied to update branch main.",
        "prohibited by Gerrit: not permitted: update"
      })
  void aProtectedBranchAMissingRightAndAPolicyAreFinal(String words) {
    assertThat(PushOutcome.meaning(words)).isInstanceOf(PushOutcome.Rejected.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Internal Server Error",
        "pre-receive hook declined remote: GitLab: Internal API unreachable",
        "pre-receive hook declined remote: GitLab: API is not accessible",
        "pre-receive hook declined remote: Gitea: Internal Server Connection Error",
        "remote: The repository is temporarily read-only. Please try again later.",
        "unpacker error",
        "failed",
        ""
      })
  void anOutageInTheWordsOfAHookIsNotFinal(String words) {
    assertThat(PushOutcome.meaning(words)).isInstanceOf(PushOutcome.Unclear.class);
  }
}
