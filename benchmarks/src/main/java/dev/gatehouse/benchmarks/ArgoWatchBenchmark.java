package dev.gatehouse.benchmarks;

import dev.gatehouse.argo.ArgoCd;
import dev.gatehouse.spi.LiveStateReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The watch of a server with many applications while some of them are promoted: heap, processor
 * time and requests.
 *
 * @param applications how many exist
 * @param inFlight how many are waited for
 * @param events how many changes happen while it is measured, spread over all applications
 */
record ArgoWatchBenchmark(int applications, int inFlight, int events) {
  List<String> run() throws Exception {
    try (ArgoStage stage = new ArgoStage(applications)) {
      AtomicLong hints = new AtomicLong();
      CountDownLatch last = new CountDownLatch(1);
      String lastName = ArgoStage.name(0);
      long before = heap();
      try (ArgoCd adapter =
          stage.adapter(
              written -> {
                hints.incrementAndGet();
                if (written.target().argo().orElseThrow().name().equals(lastName)
                    && stage.server.app(lastName).json().toString().contains("the last one")) {
                  last.countDown();
                }
              })) {
        stage.server.forgetRequests();
        LiveStateReader reader = adapter.liveStateReader();
        long start = System.nanoTime();
        for (int i = 0; i < inFlight; i++) {
          reader.read(ArgoStage.written(i, "watch-" + i), Instant.now());
        }
        stage.server.streams().awaitOpen(1, Duration.ofMinutes(1));
        double open = (System.nanoTime() - start) / 1e6;
        long held = heap() - before;
        long shared =
            stage.server.requests().stream()
                .filter(r -> r.path().contains("/stream/") || r.path().endsWith("/applications"))
                .count();
        long cpu = watchCpu();
        long begun = System.nanoTime();
        for (int i = 1; i <= events; i++) {
          stage.server.app(ArgoStage.name(i % applications)).health("Degraded", "event " + i);
        }
        stage.server.app(lastName).health("Suspended", "the last one");
        if (!last.await(2, TimeUnit.MINUTES)) {
          throw new IllegalStateException("the last event was not told");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        double used = (watchCpu() - cpu) / 1e9;
        return List.of(
            String.format(
                Locale.ROOT, "%n### %,d applications, %d waited for%n", applications, inFlight),
            "| what | figure |\n|---|---|",
            String.format(Locale.ROOT, "| lists and streams | %d |", shared),
            String.format(Locale.ROOT, "| first reads, stream open | %.0f ms |", open),
            String.format(Locale.ROOT, "| heap that the watch holds | %.1f MB |", held / 1e6),
            String.format(
                Locale.ROOT,
                "| processor time for %,d events in %.1f s | %.2f s: %.1f %% of a core at this rate, %.2f ms an event |",
                events,
                seconds,
                used,
                100 * used / seconds,
                1_000 * used / events),
            String.format(Locale.ROOT, "| hints given | %d |", hints.get()));
      }
    }
  }

  private static long heap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** The threads of the watch alone; the server of the testkit runs in the same process. */
  private static long watchCpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long sum = 0;
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().startsWith("argo-cd-")) {
        sum += Math.max(0, threads.getThreadCpuTime(id));
      }
    }
    return sum;
  }
}
