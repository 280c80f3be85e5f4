package dev.gatehouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The benchmark measures what it says: every way makes one commit for each promotion. No time is
 * asserted.
 */
class WriteBenchmarkTest {
  @Test
  void everyWayMakesOneCommitForEachPromotion(@TempDir Path folder) throws Exception {
    List<String> lines = new WriteBenchmark(folder, 250, 1, 1, 3).run();

    int warmUps = 2;
    int single = 3;
    int together = 2 * 3;
    assertThat(lines)
        .last()
        .asString()
        .contains("has " + (1 + warmUps + single + together) + " commits");
    assertThat(String.join("\n", lines))
        .contains("| gatehouse |")
        .contains("| shell, clone each |");
  }
}
