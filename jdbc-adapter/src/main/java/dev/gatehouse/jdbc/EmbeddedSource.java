package dev.gatehouse.jdbc;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;

/**
 * Connections to an embedded H2 file that several processes may use: whoever opens the file first
 * serves the others, and when it ends or dies the next one that asks opens the file.
 *
 * <p>The lock on the file is the operating system's: it is gone at once when its process is killed.
 * Thread-safe.
 */
final class EmbeddedSource implements DataSource, AutoCloseable {
  private static final int IN_USE = 90020;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
  private static final String PREFIX = "jdbc:h2:";

  /** Survives an interrupt of the writing thread, as the default does not. */
  private static final String FILES = "async:";

  private static final String SESSION = ";LOCK_TIMEOUT=30000;TIME ZONE=UTC";
  private static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

  static {
    // H2 reads this once, when its first class is loaded; the door is for this machine only.
    if (System.getProperty("h2.bindAddress") == null) {
      System.setProperty("h2.bindAddress", "127.0.0.1");
    }
  }

  private final Driver driver = new Driver();
  private final String name;
  private final String options;
  private final Optional<Door> door;

  EmbeddedSource(JdbcSettings settings) {
    String rest = settings.url().substring(PREFIX.length());
    int semicolon = rest.indexOf(';');
    options = semicolon < 0 ? "" : rest.substring(semicolon);
    String path = (semicolon < 0 ? rest : rest.substring(0, semicolon)).replaceFirst("^file:", "");
    boolean file = !path.matches("[a-z]{2,}:.*");
    name = file ? FILES + Path.of(path).toAbsolutePath() : path;
    door = file ? Optional.of(new Door(Path.of(path + ".door"), name)) : Optional.empty();
  }

  @Override
  public Connection getConnection() throws SQLException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        return open();
      } catch (SQLException e) {
        if (e.getErrorCode() != IN_USE || System.nanoTime() > end) {
          throw e;
        }
        Optional<Connection> served = throughTheDoor();
        if (served.isPresent()) {
          return served.get();
        }
        LockSupport.parkNanos(BETWEEN_TRIES.toNanos());
      }
    }
  }

  private Connection open() throws SQLException {
    Connection connection = connect(PREFIX + name + DURABLE + SESSION + options);
    if (door.isPresent()) {
      door.get().open();
    }
    return connection;
  }

  /** Empty when the one who holds the file has not opened its door yet, or has died just now. */
  private Optional<Connection> throughTheDoor() {
    Optional<String> address = door.flatMap(Door::address);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(connect(PREFIX + address.get() + SESSION));
    } catch (SQLException e) {
      return Optional.empty();
    }
  }

  private Connection connect(String url) throws SQLException {
    Properties user = new Properties();
    user.put("user", "sa");
    user.put("password", "");
    Connection connection = driver.connect(url, user);
    if (connection == null) {
      throw new SQLException("H2 does not know this kind of address");
    }
    return connection;
  }

  @Override
  public void close() {
    door.ifPresent(Door::close);
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter writer) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
