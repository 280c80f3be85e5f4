package dev.gatehouse.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.Pause;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteOutcome.Written;
import dev.gatehouse.spi.WriteRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two processes, each with its own committer and its own cache, on one branch. */
class TwoCommittersTest {
  private static final String NEVER_FORCED =
      "while read o n r; do git merge-base --is-ancestor $o $n || exit 1; done; exit 0";
  @TempDir Path folder;
  private final SharedStore store = new SharedStore();
  private RemoteFixture remote;

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
    remote.hook("pre-receive", NEVER_FORCED);
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"LEASE_TAKEN", "OBJECTS_WRITTEN", "INTENT_RECORDED", "PUSHED"})
  void bothWriteOnceWhenTheLeaseOfOneRunsOutAt(Step stall) throws IOException {
    WriteRequest mine = remote.request(process("one", Steps.NONE), "p-1", "a", "v2");
    WriteRequest theirs = remote.request(process("one", Steps.NONE), "p-2", "b", "v2");
    List<WriteOutcome> others = new ArrayList<>();
    Steps stalling =
        onceAt(
            stall,
            () -> {
              store.expire();
              others.add(process("two", Steps.NONE).write(theirs));
            });
    Written own = (Written) process("one", stalling).write(mine);
    Written other = (Written) others.get(0);
    assertThat(remote.log("%H").lines())
        .hasSize(3)
        .contains(own.revision().value(), other.revision().value());
    assertThat(remote.log("%B"))
        .containsOnlyOnce("Gatehouse-Promotion: p-1")
        .containsOnlyOnce("Gatehouse-Promotion: p-2");
    assertThat(remote.show("apps/a/kustomization.yaml")).contains("newTag: v2");
    assertThat(remote.show("apps/b/kustomization.yaml")).contains("newTag: v2");
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"LEASE_TAKEN", "OBJECTS_WRITTEN", "INTENT_RECORDED", "PUSHED"})
  void bothFindTheOneCommitOfAPromotionThatBothWrite(Step stall) throws IOException {
    WriteRequest request = remote.request(process("one", Steps.NONE), "p-1", "a", "v2");
    List<WriteOutcome> others = new ArrayList<>();
    Steps stalling =
        onceAt(
            stall,
            () -> {
              store.expire();
              others.add(process("two", Steps.NONE).write(request));
            });
    Written own = (Written) process("one", stalling).write(request);
    assertThat(others).containsExactly(own);
    assertThat(remote.log("%H").lines()).hasSize(2).first().isEqualTo(own.revision().value());
    assertThat(own.alreadyThere()).isFalse();
  }

  @Test
  void aLeaseThatIsLostAgainAndAgainIsAskedForTwiceAsLongUpToAMinute() {
    List<Long> asked = new ArrayList<>();
    AtomicInteger thefts = new AtomicInteger();
    Steps thief =
        step -> {
          if (step == Step.LEASE_TAKEN && thefts.incrementAndGet() <= 6) {
            store.expire();
            String resource = "git/" + remote.bare + "/main";
            store.leases.acquire(resource, "thief", store.clock.instant(), Duration.ofNanos(1));
            store.expire();
          }
        };
    WriteRequest request = remote.request(process("one", Steps.NONE), "p-1", "a", "v2");
    assertThat(process("one", thief, noting(asked), attempt -> {}).write(request))
        .isInstanceOf(Written.class);
    assertThat(asked).containsExactly(3L, 6L, 12L, 24L, 48L, 60L, 60L);
  }

  /** With a lease of a fixed three seconds both would lose it to the other one forever. */
  @Test
  void onARemoteThatIsSlowerThanTheLeaseBothGetThrough() throws IOException {
    Instant start = store.clock.instant();
    TurnTaking time = new TurnTaking(store.clock, 2);
    WriteRequest first = remote.request(process("one", Steps.NONE), "p-1", "a", "v2");
    WriteRequest second = remote.request(process("one", Steps.NONE), "p-2", "b", "v2");
    CompletableFuture<Integer> one = onSlowRemote("one", first, time);
    CompletableFuture<Integer> two = onSlowRemote("two", second, time);
    int drains = one.join() + two.join();
    Duration took = Duration.between(start, store.clock.instant());
    System.out.println("Fetches of 20 s, 2 processes: " + drains + " drains, " + took);
    assertThat(took).isLessThan(Duration.ofMinutes(5));
    assertThat(remote.log("%B"))
        .containsOnlyOnce("Gatehouse-Promotion: p-1")
        .containsOnlyOnce("Gatehouse-Promotion: p-2");
    assertThat(remote.log("%H").lines()).hasSize(3);
  }

  /** Returns how many drains it took; one that gave up is tried again, as the engine does. */
  private CompletableFuture<Integer> onSlowRemote(
      String holder, WriteRequest request, TurnTaking time) {
    Steps slow =
        step -> {
          if (step == Step.LEASE_TAKEN) {
            time.pass(Duration.ofSeconds(20));
          }
        };
    Pause pause = length -> time.pass(withoutJitter(length));
    return CompletableFuture.supplyAsync(
        () -> {
          time.pass(Duration.ZERO);
          try {
            return drains(process(holder, slow, store.leases, pause), request, time);
          } finally {
            time.leave();
          }
        },
        task -> new Thread(task).start());
  }

  private static Duration withoutJitter(Duration length) {
    Duration most = Duration.ofMillis(20);
    while (most.compareTo(length) < 0) {
      most = most.multipliedBy(2);
    }
    return most;
  }

  private static int drains(GitDesiredStateWriter writer, WriteRequest request, TurnTaking time) {
    for (int drain = 1; drain <= 20; drain++) {
      WriteOutcome outcome = writer.write(request);
      if (outcome instanceof Written) {
        return drain;
      }
      assertThat(((WriteOutcome.Held) outcome).cause()).isEqualTo(WriteOutcome.Held.Cause.RACE);
      time.pass(Duration.ofSeconds(1));
    }
    throw new AssertionError("never got through");
  }

  private GitDesiredStateWriter process(String holder, Steps steps) {
    return process(holder, steps, store.leases, attempt -> {});
  }

  private GitDesiredStateWriter process(String holder, Steps steps, Leases leases, Pause pause) {
    return new GitDesiredStateWriter(
        GitSettings.anonymous(remote.caches().resolve(holder)),
        store.as(holder, steps, leases, pause));
  }

  private static Steps onceAt(Step step, Runnable action) {
    AtomicBoolean done = new AtomicBoolean();
    return reached -> {
      if (reached == step && done.compareAndSet(false, true)) {
        action.run();
      }
    };
  }

  private Leases noting(List<Long> seconds) {
    return new Leases() {
      @Override
      public Optional<Lease> acquire(String resource, String holder, Instant now, Duration length) {
        seconds.add(length.toSeconds());
        return store.leases.acquire(resource, holder, now, length);
      }

      @Override
      public Optional<Lease> current(String resource, Instant now) {
        return store.leases.current(resource, now);
      }

      @Override
      public void release(Lease lease) {
        store.leases.release(lease);
      }
    };
  }
}
