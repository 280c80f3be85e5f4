package dev.gatehouse.benchmarks;

import dev.gatehouse.argo.ArgoCd;
import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.spi.WrittenRevision;
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
  private static final String LAST = ArgoStage.name(0);
  private static final int FURTHER = 10;
  private static final String FAREWELL = "the last one";

  List<String> run() throws Exception {
    try (ArgoStage stage = new ArgoStage(applications)) {
      AtomicLong hints = new AtomicLong();
      CountDownLatch last = new CountDownLatch(1);
      long before = heap();
      try (ArgoCd adapter = stage.adapter(written -> hinted(stage, written, hints, last))) {
        stage.server.forgetRequests();
        long start = System.nanoTime();
        await(adapter, 0, inFlight);
        stage.server.streams().awaitOpen(1, Duration.ofMinutes(1));
        double open = (System.nanoTime() - start) / 1e6;
        long held = heap() - before;
        long shared = shared(stage);
        Spent spent = change(stage, last);
        long told = hints.get();
        int further = Math.min(applications, FURTHER * inFlight);
        long few = heap();
        await(adapter, inFlight, further);
        double each = (heap() - few) / (double) (further - inFlight);
        return report(open, held, each, shared, spent, told);
      }
    }
  }

  private static void await(ArgoCd adapter, int from, int to) {
    for (int i = from; i < to; i++) {
      adapter.liveStateReader().read(ArgoStage.written(i, "watch-" + i), Instant.now());
    }
  }

  private static void hinted(
      ArgoStage stage, WrittenRevision written, AtomicLong hints, CountDownLatch last) {
    hints.incrementAndGet();
    String name = ArgoApplication.following(written.target()).orElseThrow().name();
    if (name.equals(LAST) && stage.server.app(LAST).json().toString().contains(FAREWELL)) {
      last.countDown();
    }
  }

  private static long shared(ArgoStage stage) {
    return stage.server.requests().stream()
        .filter(r -> r.path().contains("/stream/") || r.path().endsWith("/applications"))
        .count();
  }

  /** What the events took. */
  private record Spent(double seconds, double processor) {}

  private Spent change(ArgoStage stage, CountDownLatch last) throws InterruptedException {
    long cpu = watchCpu();
    long begun = System.nanoTime();
    for (int i = 1; i <= events; i++) {
      stage.server.app(ArgoStage.name(i % applications)).health("Degraded", "event " + i);
    }
    stage.server.app(LAST).health("Suspended", FAREWELL);
    if (!last.await(2, TimeUnit.MINUTES)) {
      throw new IllegalStateException("the last event was not told");
    }
    return new Spent((System.nanoTime() - begun) / 1e9, (watchCpu() - cpu) / 1e9);
  }

  private List<String> report(
      double open, long held, double each, long shared, Spent spent, long hints) {
    return List.of(
        text("%n### %,d applications, %d waited for%n", applications, inFlight),
        "| what | figure |\n|---|---|",
        text("| lists and streams | %d |", shared),
        text("| first reads, stream open | %.0f ms |", open),
        text(
            "| heap that comes with the stream, the server's part included | %.1f MB |",
            held / 1e6),
        text("| heap for each further application that is waited for | %.1f kB |", each / 1e3),
        text(
            "| processor time for %,d events in %.1f s | %.2f s, %.2f ms an event |",
            events, spent.seconds(), spent.processor(), 1_000 * spent.processor() / events),
        text("| hints given | %d |", hints));
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
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
