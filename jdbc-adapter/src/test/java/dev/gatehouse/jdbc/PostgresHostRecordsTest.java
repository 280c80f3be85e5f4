package dev.gatehouse.jdbc;

import dev.gatehouse.spi.HostRecords;
import dev.gatehouse.testkit.contract.HostRecordsContractTest;
import org.junit.jupiter.api.AfterEach;

class PostgresHostRecordsTest extends HostRecordsContractTest {
  private final Opened opened = new Opened(Postgres.fresh());

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected HostRecords records() {
    return opened.first().records();
  }

  @Override
  protected HostRecords reopened() {
    return opened.reopened().records();
  }
}
