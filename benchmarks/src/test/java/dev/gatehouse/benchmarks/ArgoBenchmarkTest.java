package dev.gatehouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The benchmarks measure what they say. No time is asserted. */
class ArgoBenchmarkTest {
  @Test
  void theWaitIsMeasuredByBothWays() throws Exception {
    assertThat(String.join("\n", new ArgoWaitBenchmark(1, Duration.ofMillis(200)).run()))
        .contains("| stream |")
        .contains("| look every 200 ms |")
        .contains("0 lists and 1 stream");
  }

  @Test
  void manyApplicationsCostOneStream() throws Exception {
    assertThat(String.join("\n", new ArgoWatchBenchmark(300, 10, 100).run()))
        .contains("| lists and streams | 1 |");
  }
}
