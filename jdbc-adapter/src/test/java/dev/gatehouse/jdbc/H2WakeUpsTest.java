package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.testkit.contract.WakeUpsContractTest;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class H2WakeUpsTest extends WakeUpsContractTest {
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
  protected WakeUps wakeUps() {
    return opened.first().wakeUps();
  }

  @Override
  protected WakeUps besides() {
    opened.first();
    return opened.another().wakeUps();
  }

  @Override
  protected Instant now() {
    return Instant.now();
  }

  @Override
  protected void until(BooleanSupplier condition) {
    assertThat(Conditions.holds(condition)).isTrue();
  }
}
