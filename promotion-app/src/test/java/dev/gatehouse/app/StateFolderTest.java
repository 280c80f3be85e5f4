package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder with the ledger and the copies of repositories. */
class StateFolderTest {
  @TempDir Path folder;

  @Test
  void onlyItsOwnerMayEnterIt() throws IOException {
    Desk desk = Desk.furnished(folder);
    assertThat(desk.promote("dev", "--wait").code()).isEqualTo(0);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve(".gatehouse"))))
        .isEqualTo("rwx------");
  }

  @Test
  void wakeUpsThatWereLostAreMadeAgainByRun() throws SQLException {
    Desk desk = Desk.furnished(folder);
    desk.promote("dev");
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:" + folder.resolve(".gatehouse/ledger"), "sa", "");
        Statement statement = connection.createStatement()) {
      assertThat(statement.executeUpdate("DELETE FROM wake_up")).isPositive();
    }
    desk.gatehouse("run");
    assertThat(desk.gatehouse("status", "checkout/dev").out()).contains("DONE checkout-dev-");
  }
}
