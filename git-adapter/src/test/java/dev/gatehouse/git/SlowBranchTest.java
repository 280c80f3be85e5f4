package dev.gatehouse.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.git.manifest.ManifestReader;
import dev.gatehouse.git.publish.BranchCommitter;
import dev.gatehouse.git.publish.PublishSettings;
import dev.gatehouse.git.publish.Work;
import dev.gatehouse.git.remote.Access;
import dev.gatehouse.git.remote.Mirror;
import dev.gatehouse.git.remote.Push;
import dev.gatehouse.git.remote.Remote;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteOutcome.Written;
import dev.gatehouse.stage.Repository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A push that does not return holds one thread, and not all that write to the branch. */
class SlowBranchTest {
  @TempDir Path folder;
  private final SharedStore store = new SharedStore();
  private final CountDownLatch pushing = new CountDownLatch(1);
  private final CountDownLatch answered = new CountDownLatch(1);
  private RemoteFixture remote;

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  private BranchCommitter committer(Push push) {
    Remote there = Remote.of(remote.bare.toString(), new Access.Anonymous());
    return new BranchCommitter(
        new Repository("gitops", remote.bare.toString(), "main"),
        () -> Mirror.below(remote.caches(), there),
        push,
        store.as("me", Steps.NONE),
        PublishSettings.DEFAULT,
        new ManifestReader(),
        Duration.ZERO);
  }

  private Work work(String id, String service) {
    GitDesiredStateWriter writer =
        new GitDesiredStateWriter(
            GitSettings.anonymous(folder.resolve("other-caches")), store.as("x", Steps.NONE));
    return new Work(remote.request(writer, id, service, "v2"), Optional.empty());
  }

  @Test
  void otherWritesAreHeldForNowAndSucceedLater() throws Exception {
    Push direct = new DirectPush(remote.bare);
    BranchCommitter committer =
        committer(
            (local, where, update) -> {
              pushing.countDown();
              try {
                answered.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return direct.push(local, where, update);
            });
    Work slow = work("p-1", "a");
    Work other = work("p-2", "b");
    CompletableFuture<WriteOutcome> first =
        CompletableFuture.supplyAsync(() -> committer.publish(slow));
    pushing.await();
    WriteOutcome.Held held = (WriteOutcome.Held) committer.publish(other);
    assertThat(held.cause()).isEqualTo(WriteOutcome.Held.Cause.RACE);
    assertThat(held.reason().what()).contains("Another write to the branch");
    answered.countDown();
    assertThat(first.join()).isInstanceOf(Written.class);
    assertThat(committer.publish(other)).isInstanceOf(Written.class);
    assertThat(remote.log("%s").lines()).hasSize(3);
  }
}
