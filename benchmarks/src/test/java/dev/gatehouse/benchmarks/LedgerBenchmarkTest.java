package dev.gatehouse.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.jdbc.JdbcSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every question finds what it asks for in every ledger. No time is asserted. */
class LedgerBenchmarkTest {
  @Test
  void everyQuestionIsAnsweredByEveryLedger(@TempDir Path folder) {
    List<String> lines =
        new LedgerBenchmark(
                "H2",
                size -> JdbcSettings.embedded(folder.resolve("ledger-" + size)),
                List.of(40, 60),
                1)
            .run();
    assertThat(String.join("\n", lines))
        .contains("| question | 40 | 60 | last to first |")
        .contains("`status`", "an id by its beginning", "`promote`", "`run`");
  }
}
