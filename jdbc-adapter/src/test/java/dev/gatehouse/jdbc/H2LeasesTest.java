package dev.gatehouse.jdbc;

import dev.gatehouse.spi.Leases;
import dev.gatehouse.testkit.contract.LeasesContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2LeasesTest extends LeasesContractTest {
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
  protected Leases leases() {
    return opened.first().leases();
  }

  @Override
  protected Leases reopened() {
    return opened.reopened().leases();
  }
}
