package dev.gatehouse.git.remote;

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
