package dev.gatehouse.jdbc;

import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.testkit.contract.TimelineContractTest;
import org.junit.jupiter.api.AfterEach;

class PostgresTimelineTest extends TimelineContractTest {
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
