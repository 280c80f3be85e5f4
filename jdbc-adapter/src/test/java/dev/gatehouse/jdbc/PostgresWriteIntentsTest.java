package dev.gatehouse.jdbc;

import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.testkit.contract.WriteIntentsContractTest;
import org.junit.jupiter.api.AfterEach;

class PostgresWriteIntentsTest extends WriteIntentsContractTest {
  private final Opened opened = new Opened(Postgres.fresh());

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected WriteIntents intents() {
    return opened.first().intents();
  }

  @Override
  protected Leases leases() {
    return opened.first().leases();
  }

  @Override
  protected WriteIntents reopened() {
    return opened.reopened().intents();
  }
}
