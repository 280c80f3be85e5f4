package dev.gatehouse.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL: the one at GATEHOUSE_POSTGRES_URL, or one that is started once for all tests
 * of this process.
 */
final class Postgres {
  private static final String URL = "GATEHOUSE_POSTGRES_URL";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private Postgres() {}

  /** Started by the first test that needs it; stops with the process. */
  private static final class Server {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofSeconds(60))
            .setServerConfig("max_connections", "200")
            .start();
      } catch (IOException | RuntimeException e) {
        throw new AssertionError(
            "PostgreSQL cannot be started here; set " + URL + " to one that is running", e);
      }
    }
  }

  /** Returns the settings of a new, empty database. */
  static JdbcSettings fresh() {
    String name = "gatehouse_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
    String base = Optional.ofNullable(System.getenv(URL)).orElseGet(Postgres::started);
    try (Connection connection = DriverManager.getConnection(base);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + name);
    } catch (SQLException e) {
      throw new AssertionError("no new database can be made at " + URL, e);
    }
    String url = base.replaceFirst("(//[^/]+/)[^?]*", "$1" + name);
    return JdbcSettings.of(url, Optional.empty(), Optional.empty());
  }

  private static String started() {
    return "jdbc:postgresql://localhost:" + Server.SERVER.getPort() + "/postgres?user=postgres";
  }
}
