package dev.gatehouse.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gatehouse.git.remote.Push;
import dev.gatehouse.git.remote.PushOutcome;
import dev.gatehouse.git.remote.Remote;
import dev.gatehouse.git.remote.TransportPush;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.stage.TargetName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another client pushes between our question for the tip and our push, again and again. */
class LostRacesTest {
  private static final int TRIES = 12;
  @TempDir Path folder;
  private RemoteFixture remote;
  private final SharedStore store = new SharedStore();
  private final List<Push.Update> tried = new ArrayList<>();
  private final List<Integer> intentsAtEachTry = new ArrayList<>();
  private int others;

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  /** A remote where every way to push takes so long that someone else is faster. */
  private final class Overtaken implements Push {
    @Override
    public PushOutcome push(Repository local, Remote where, Update update) {
      tried.add(update);
      intentsAtEachTry.add(intents().size());
      someoneElsePushes();
      return new TransportPush().push(local, where, update);
    }
  }

  /** A remote that takes long to connect, such as over SSH, and is quick after that. */
  private final class SlowToConnect implements Push {
    @Override
    public PushOutcome push(Repository local, Remote where, Update update) {
      tried.add(update);
      someoneElsePushes();
      return new TransportPush().push(local, where, update);
    }

    @Override
    public Connected connect(Repository local, Remote where) {
      Connected open = new TransportPush().connect(local, where);
      someoneElsePushes();
      return open;
    }
  }

  private void someoneElsePushes() {
    try {
      remote.pull();
      remote.write("apps/b/note.yaml", "n: " + ++others + "\n");
      remote.push("Note " + others);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<WriteIntent> intents() {
    return store.as("me", Steps.NONE).intents().of(new PromotionId("p-1"), new TargetName("a"));
  }

  private GitDesiredStateWriter writer(Push push) {
    return new GitDesiredStateWriter(
        GitSettings.anonymous(remote.caches()), store.as("me", Steps.NONE), push);
  }

  private Reason lost(Push push) {
    GitDesiredStateWriter writer = writer(push);
    WriteRequest request = remote.request(writer, "p-1", "a", "v2");
    return catchThrowableOfType(PlatformException.class, () -> writer.write(request)).reason();
  }

  private WriteOutcome.Held overtaken() {
    GitDesiredStateWriter writer = writer(new Overtaken());
    return (WriteOutcome.Held) writer.write(remote.request(writer, "p-1", "a", "v2"));
  }

  private Path copy() throws IOException {
    try (var copies = java.nio.file.Files.list(remote.caches())) {
      return copies.findFirst().orElseThrow();
    }
  }

  @Test
  void aLostRaceLeavesNoObjectAndNoIntentBehind() throws IOException {
    overtaken();
    assertThat(tried).hasSize(TRIES);
    assertThat(intents()).isEmpty();
    try (Repository local = new RepositoryBuilder().setGitDir(copy().toFile()).build()) {
      for (Push.Update update : tried) {
        for (ObjectId made : update.made()) {
          assertThat(local.getObjectDatabase().has(made)).isFalse();
        }
      }
    }
  }

  @Test
  void theLastTryInARowCostsAsMuchAsTheFirst() {
    overtaken();
    assertThat(intentsAtEachTry).containsOnly(1);
    assertThat(tried).extracting(update -> update.made().size()).containsOnly(5);
  }

  @Test
  void aBranchThatIsLockedAtTheRemoteLeavesOneIntentAndIsNotSaidToMove() {
    Reason reason =
        lost(
            (local, where, update) -> {
              tried.add(update);
              return new PushOutcome.Raced("cannot lock ref 'refs/heads/main'");
            });
    assertThat(tried).hasSize(TRIES);
    assertThat(intents()).hasSize(1);
    assertThat(reason.what()).contains("cannot lock ref").doesNotContain("moves faster");
  }

  @Test
  void theReasonSaysThatTheBranchMovesFasterThanThePushAndByWhom() {
    WriteOutcome.Held held = overtaken();
    Reason reason = held.reason();
    assertThat(held.cause()).isEqualTo(WriteOutcome.Held.Cause.RACE);
    assertThat(reason.code()).hasToString("git-branch-busy");
    assertThat(reason.what())
        .isEqualTo(
            "The branch moves faster than Gatehouse can push to it: 12 of 12 tries came too late,"
                + " after 12 commits by Somebody Else (12).");
    assertThat(reason.next()).contains("No action needed");
  }

  @Test
  void afterALostRaceTheConnectionIsOpenBeforeTheTipIsAskedForAndThatWins() throws IOException {
    GitDesiredStateWriter writer = writer(new SlowToConnect());
    WriteOutcome outcome = writer.write(remote.request(writer, "p-1", "a", "v2"));
    assertThat(outcome).isInstanceOf(WriteOutcome.Written.class);
    assertThat(tried).hasSize(1);
    assertThat(remote.show("apps/a/kustomization.yaml")).contains("newTag: v2");
    assertThat(remote.show("apps/b/note.yaml")).contains("n: 2");
    assertThat(intents()).hasSize(1);
  }

  @Test
  void whatWasPushedIsInTheCopyWithoutAFetch() throws IOException {
    GitDesiredStateWriter writer = writer(new TransportPush());
    WriteOutcome.Written written =
        (WriteOutcome.Written) writer.write(remote.request(writer, "p-1", "a", "v2"));
    try (Repository local = new RepositoryBuilder().setGitDir(copy().toFile()).build()) {
      assertThat(local.getObjectDatabase().has(ObjectId.fromString(written.revision().value())))
          .isTrue();
      assertThat(local.exactRef("refs/remotes/origin/main").getObjectId().name())
          .isEqualTo(written.revision().value());
    }
  }
}
