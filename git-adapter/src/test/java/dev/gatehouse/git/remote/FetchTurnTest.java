package dev.gatehouse.git.remote;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FetchTurnTest {
  private static final Remote REMOTE = Remote.of("/nowhere", new Access.Anonymous());
  @TempDir Path copy;
  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final AtomicInteger fetches = new AtomicInteger();

  @AfterEach
  void stopCallers() {
    callers.shutdownNow();
  }

  @Test
  void whoComesWhileOneRunsSharesTheNext() throws Exception {
    List<Future<Optional<ObjectId>>> waiting = whileOneRuns(Collections.nCopies(50, "main"));

    for (Future<Optional<ObjectId>> one : waiting) {
      assertThat(one.get(30, TimeUnit.SECONDS)).contains(tip(2));
    }
    assertThat(fetches).hasValue(2);
  }

  @Test
  void anotherBranchIsNotShared() throws Exception {
    List<Future<Optional<ObjectId>>> waiting = whileOneRuns(List.of("main", "release"));

    assertThat(waiting.get(0).get(30, TimeUnit.SECONDS))
        .isNotEqualTo(waiting.get(1).get(30, TimeUnit.SECONDS));
    assertThat(fetches).hasValue(3);
  }

  @Test
  void anAnswerOlderThanTheQuestionIsNotShared() throws IOException {
    assertThat(ask("main")).contains(tip(1));
    assertThat(ask("main")).contains(tip(2));
  }

  @Test
  void anotherCopyHasItsOwnTurn() {
    assertThat(FetchTurn.of(copy.resolve("a"))).isNotSameAs(FetchTurn.of(copy.resolve("b")));
    assertThat(FetchTurn.of(copy.resolve("a/../b"))).isSameAs(FetchTurn.of(copy.resolve("b")));
  }

  @Test
  void aFailureIsToldToAllWhoWaitAndTheNextAsksAgain() throws IOException {
    assertThatThrownBy(
            () ->
                FetchTurn.of(copy)
                    .fetch(
                        REMOTE,
                        "main",
                        () -> {
                          throw new IOException("silent");
                        }))
        .hasMessage("silent");
    assertThat(ask("main")).contains(tip(1));
  }

  @Test
  void aSilentRemoteTakesOneThreadAndTheOthersAreRefused() throws Exception {
    AtomicLong now = new AtomicLong();
    FetchTurn turn = FetchTurn.measuredBy(now::get);
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch silent = new CountDownLatch(1);
    Future<Optional<ObjectId>> first =
        callers.submit(
            () ->
                turn.fetch(
                    REMOTE,
                    "main",
                    () -> {
                      running.countDown();
                      await(silent);
                      throw new RemoteUnavailableException(REMOTE.url(), "read timed out");
                    }));
    await(running);
    now.addAndGet(SECONDS.toNanos(6));
    for (int i = 0; i < 50; i++) {
      assertThatThrownBy(() -> turn.fetch(REMOTE, "main", () -> Optional.of(tip(1))))
          .isInstanceOf(RemoteUnavailableException.class)
          .hasMessageContaining("does not wait");
    }
    silent.countDown();
    assertThatThrownBy(() -> first.get(30, SECONDS)).hasMessageContaining("read timed out");
  }

  @Test
  void aRemoteThatFailedSlowlyRestsForAsLongAndIsAskedAgain() throws IOException {
    AtomicLong now = new AtomicLong();
    FetchTurn turn = FetchTurn.measuredBy(now::get);
    assertThatThrownBy(() -> turn.fetch(REMOTE, "main", () -> failAfter(now, 20)))
        .isInstanceOf(RemoteUnavailableException.class);
    assertThatThrownBy(() -> turn.fetch(REMOTE, "main", () -> Optional.of(tip(1))))
        .hasMessageContaining("read timed out; it is asked again in 21 seconds");
    now.addAndGet(SECONDS.toNanos(20));
    assertThat(turn.fetch(REMOTE, "main", () -> Optional.of(tip(1)))).contains(tip(1));
  }

  @Test
  void aRemoteThatFailsAtOnceIsAskedAgainAtOnce() throws IOException {
    AtomicLong now = new AtomicLong();
    FetchTurn turn = FetchTurn.measuredBy(now::get);
    assertThatThrownBy(() -> turn.fetch(REMOTE, "main", () -> failAfter(now, 1)))
        .isInstanceOf(RemoteUnavailableException.class);
    assertThat(turn.fetch(REMOTE, "main", () -> Optional.of(tip(1)))).contains(tip(1));
  }

  private static Optional<ObjectId> failAfter(AtomicLong now, int seconds) throws IOException {
    now.addAndGet(SECONDS.toNanos(seconds));
    throw new RemoteUnavailableException(REMOTE.url(), "read timed out");
  }

  /** One fetch of main is held until others wait for these branches. */
  private List<Future<Optional<ObjectId>>> whileOneRuns(List<String> branches) throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch come = new CountDownLatch(1);
    Future<Optional<ObjectId>> first =
        callers.submit(
            () ->
                FetchTurn.of(copy)
                    .fetch(
                        REMOTE,
                        "main",
                        () -> {
                          running.countDown();
                          await(come);
                          return Optional.of(tip(fetches.incrementAndGet()));
                        }));
    await(running);
    List<Future<Optional<ObjectId>>> waiting = new ArrayList<>();
    branches.forEach(branch -> waiting.add(callers.submit(() -> ask(branch))));
    while (FetchTurn.of(copy).waiting() < branches.size()) {
      Thread.onSpinWait();
    }
    come.countDown();
    assertThat(first.get(30, TimeUnit.SECONDS)).contains(tip(1));
    return waiting;
  }

  private Optional<ObjectId> ask(String branch) throws IOException {
    return FetchTurn.of(copy)
        .fetch(REMOTE, branch, () -> Optional.of(tip(fetches.incrementAndGet())));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectId tip(int number) {
    return ObjectId.fromString("%040d".formatted(number));
  }
}
