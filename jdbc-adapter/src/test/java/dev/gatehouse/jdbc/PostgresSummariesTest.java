package dev.gatehouse.jdbc;

import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.contract.SummariesContractTest;
import org.junit.jupiter.api.AfterEach;

class PostgresSummariesTest extends SummariesContractTest {
  private final Opened opened = new Opened(Postgres.fresh());

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected HistoryStore store() {
    return opened.first().history();
  }
}
