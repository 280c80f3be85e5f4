package dev.gatehouse.jdbc;

import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.contract.SummariesContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2SummariesTest extends SummariesContractTest {
  @TempDir Path folder;
  private Opened opened;

  @BeforeEach
  void open() {
    opened = new Opened(JdbcSettings.embedded(folder.resolve("ledger")));
  }

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected HistoryStore store() {
    return opened.first().history();
  }
}
