package dev.gatehouse.jdbc;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.h2.Driver;

/**
 * Connections to an embedded H2 file that several processes may use: whoever opens the file first
 * serves the others, and when it ends or dies the next one that asks opens the file.
 *
 * <p>The lock on the file is the operating system's: it is gone at once when its process is killed.
 * Thread-safe.
 */
final class EmbeddedSource implements PlainSource, AutoCloseable {
  static final int IN_USE = 90020;
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(20);
  private static final String PREFIX = "jdbc:h2:";

  /** Survives an interrupt of the writing thread, as the default does not. */
  private static final String FILES = "async:";

  private static final String SESSION = ";LOCK_TIMEOUT=30000;TIME ZONE=UTC";
  private static final String DURABLE = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";

  /** What goes wrong is thrown; H2 would print it as well, with its stack. */
  private static final String QUIET = ";TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

  static {
    // H2 reads this once, when its first class is loaded; the door is for this machine only.
    if (System.getProperty("h2.bindAddress") == null) {
      System.setProperty("h2.bindAddress", "127.0.0.1");
    }
  }

  /** For a file that this user may not write: nothing is made beside it. */
  private static final String READ_ONLY = ";ACCESS_MODE_DATA=r;DB_CLOSE_ON_EXIT=FALSE";

  private final Duration patience;
  private final Predicate<Path> writable;
  private final Driver driver = new Driver();
  private final String name;
  private final String options;
  private final Optional<EmbeddedFile> shared;
  private final WriteTurn turn;

  EmbeddedSource(JdbcSettings settings) {
    this(settings, PATIENCE);
  }

  EmbeddedSource(JdbcSettings settings, Duration patience) {
    this(settings, patience, Files::isWritable);
  }

  EmbeddedSource(JdbcSettings settings, Duration patience, Predicate<Path> writable) {
    this.patience = patience;
    this.writable = writable;
    int semicolon = settings.url().indexOf(';');
    options = semicolon < 0 ? "" : settings.url().substring(semicolon);
    Optional<Path> file = file(settings);
    name = file.map(path -> FILES + path).orElseGet(() -> place(settings));
    shared = file.map(path -> EmbeddedFile.join(path, name));
    turn = shared.map(EmbeddedFile::turn).orElseGet(() -> WriteTurn.of(Optional.empty()));
  }

  /** Returns the folder of the file; empty for a database that is no file of this machine. */
  static Optional<Path> folder(JdbcSettings settings) {
    return settings.url().startsWith(PREFIX)
        ? file(settings).map(Path::getParent)
        : Optional.empty();
  }

  private static Optional<Path> file(JdbcSettings settings) {
    String place = place(settings);
    return place.matches("[a-z]{2,}:.*")
        ? Optional.empty()
        : Optional.of(Path.of(place).toAbsolutePath().normalize());
  }

  private static String place(JdbcSettings settings) {
    String rest = settings.url().substring(PREFIX.length());
    int semicolon = rest.indexOf(';');
    return (semicolon < 0 ? rest : rest.substring(0, semicolon)).replaceFirst("^file:", "");
  }

  WriteTurn turn() {
    return turn;
  }

  @Override
  public Connection getConnection() throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
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
    if (shared.isEmpty()) {
      return connect(PREFIX + name + SESSION + options);
    }
    if (shared.get().isReadOnly(writable)) {
      return connect(PREFIX + name + READ_ONLY + QUIET + SESSION + options);
    }
    return shared.get().open(() -> connect(PREFIX + name + DURABLE + QUIET + SESSION + options));
  }

  /** Empty when the one who holds the file has not opened its door yet, or has died just now. */
  private Optional<Connection> throughTheDoor() {
    Optional<String> address = shared.flatMap(file -> file.door().address());
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
    shared.ifPresent(EmbeddedFile::leave);
  }
}
