package dev.gatehouse.jdbc;

import dev.gatehouse.spi.HostRecords;
import dev.gatehouse.testkit.contract.HostRecordsContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2HostRecordsTest extends HostRecordsContractTest {
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
  protected HostRecords records() {
    return opened.first().records();
  }

  @Override
  protected HostRecords reopened() {
    return opened.reopened().records();
  }
}
