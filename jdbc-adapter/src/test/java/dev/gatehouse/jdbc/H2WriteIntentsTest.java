package dev.gatehouse.jdbc;

import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.testkit.contract.WriteIntentsContractTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2WriteIntentsTest extends WriteIntentsContractTest {
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
