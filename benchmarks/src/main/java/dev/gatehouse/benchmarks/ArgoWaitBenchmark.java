package dev.gatehouse.benchmarks;

import dev.gatehouse.argo.ArgoCd;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.testkit.argo.FakeApplication;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * From the moment an application is healthy at a revision until the engine knows: told by the
 * stream, and found by looking at a fixed interval; and the requests that one promotion costs.
 *
 * @param rounds how often each way is measured
 * @param interval how often the second way looks
 */
record ArgoWaitBenchmark(int rounds, Duration interval) {
  List<String> run() throws Exception {
    Table table = new Table();
    List<String> requests = new ArrayList<>();
    try (ArgoStage stage = new ArgoStage(2 * rounds + 1)) {
      for (int round = 0; round < rounds; round++) {
        table.add("stream", wait(stage, 2 * round, true, requests));
        table.add(
            "look every " + interval.toMillis() + " ms",
            wait(stage, 2 * round + 1, false, requests));
      }
    }
    List<String> lines = new ArrayList<>();
    lines.add("\n### From healthy at the revision until the engine knows\n");
    lines.add(table.markdown("ms"));
    lines.add("Requests of one promotion that is told by the stream: " + requests.get(0));
    return lines;
  }

  private double wait(ArgoStage stage, int number, boolean told, List<String> requests)
      throws Exception {
    Semaphore hints = new Semaphore(0);
    WrittenRevision written = ArgoStage.written(number, "wait-" + number);
    try (ArgoCd adapter = stage.adapter(seen -> release(hints, told))) {
      stage.server.forgetRequests();
      if (adapter.syncer().hold(written.target(), Instant.now()).isPresent()) {
        throw new IllegalStateException("no window is closed");
      }
      SyncOutcome asked = adapter.syncer().sync(written, Instant.now());
      if (asked.kind() != SyncOutcome.Kind.ASKED) {
        throw new IllegalStateException("the sync was not accepted: " + asked);
      }
      LiveStateReader reader = adapter.liveStateReader();
      expect(reader.read(written, Instant.now()), LiveState.Status.PROGRESSING);
      stage.server.streams().awaitOpen(1, Duration.ofSeconds(10));
      FakeApplication application = stage.server.app(ArgoStage.name(number));
      application.startOperation().health("Progressing", "");
      application.finishOperation(FakeApplication.Outcome.SUCCEEDED, "");
      pass(hints, Duration.ofMillis(1_100));
      application.reconcile();
      hints.drainPermits();
      long start = System.nanoTime();
      application.health("Healthy", "");
      untilNextLook(hints, told, new Random(number));
      while (reader.read(written, Instant.now()).status() != LiveState.Status.LIVE) {
        untilNextLook(hints, told, new Random(number));
      }
      double millis = (System.nanoTime() - start) / 1e6;
      requests.add(counted(stage));
      return millis;
    }
  }

  /** It becomes healthy at any moment between two looks. */
  private void untilNextLook(Semaphore hints, boolean told, Random random)
      throws InterruptedException {
    if (!told) {
      pass(hints, Duration.ofMillis(random.nextLong(interval.toMillis())));
    } else if (!hints.tryAcquire(1, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the stream told nothing");
    }
  }

  private static void release(Semaphore hints, boolean told) {
    if (told) {
      hints.release();
    }
  }

  /** Comparisons have whole seconds, so the next one has to fall into another second. */
  private static void pass(Semaphore hints, Duration span) throws InterruptedException {
    Instant end = Instant.now().plus(span);
    while (Instant.now().isBefore(end)) {
      long left = Math.max(1, Duration.between(Instant.now(), end).toMillis());
      if (hints.tryAcquire(left, TimeUnit.MILLISECONDS)) {
        hints.drainPermits();
      }
    }
  }

  private static void expect(LiveState state, LiveState.Status status) {
    if (state.status() != status) {
      throw new IllegalStateException("expected " + status + ": " + state);
    }
  }

  private static String counted(ArgoStage stage) {
    long streams =
        stage.server.requests().stream().filter(r -> r.path().contains("/stream/")).count();
    long lists =
        stage.server.requests().stream().filter(r -> r.path().endsWith("/v1/applications")).count();
    long all = stage.server.requests().size();
    return String.format(
        Locale.ROOT,
        "%d, of which %d lists and %d stream are shared by all targets of a server",
        all,
        lists,
        streams);
  }
}
