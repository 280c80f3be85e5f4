package dev.gatehouse.jdbc;

import dev.gatehouse.spi.Leases;
import dev.gatehouse.testkit.contract.LeasesContractTest;
import org.junit.jupiter.api.AfterEach;

class PostgresLeasesTest extends LeasesContractTest {
  private final Opened opened = new Opened(Postgres.fresh());

  @AfterEach
  void close() {
    opened.close();
  }

  @Override
  protected Leases leases() {
    return opened.first().leases();
  }

  @Override
  protected Leases reopened() {
    return opened.reopened().leases();
  }
}
