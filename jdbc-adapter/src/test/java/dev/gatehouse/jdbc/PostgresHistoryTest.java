package dev.gatehouse.jdbc;

import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.contract.HistoryStoreContractTest;
import org.junit.jupiter.api.AfterEach;

class PostgresHistoryTest extends HistoryStoreContractTest {
  private final Opened opened = new Opened(Postgres.fresh());

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected HistoryStore store() {
    return opened.first().history();
  }

  @Override
  protected HistoryStore reopened() {
    return opened.reopened().history();
  }
}
