package dev.gatehouse.jdbc;

import dev.gatehouse.spi.Pause;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Predicate;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;

/**
 * Connections to an embedded H2 file that several processes may use: anyone who opens the file
 * first serves the others, and when it ends or dies the next one that asks opens the file.
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

  /** Longer than any wait for a lock inside the database, in milliseconds. */
  private static final int ANSWER_WITHIN = 40_000;

  private final Duration patience;
  private final Predicate<Path> writable;
  private final String knock;
  private final Driver driver = new Driver();
  private final String name;
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
    knock = ";NETWORK_TIMEOUT=" + Math.max(100, patience.toMillis() / 2);
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

  /** Returns the process that serves this database to others; 0 when that is not known. */
  static long holder(JdbcSettings settings) {
    return folder(settings)
        .flatMap(folder -> file(settings))
        .map(path -> new LoopbackServer(Path.of(path + ".door"), "").holder())
        .orElse(0L);
  }

  private static Optional<Path> file(JdbcSettings settings) {
    String place = place(settings);
    return place.matches("[a-z]{2,}:.*")
        ? Optional.empty()
        : Optional.of(Path.of(place).toAbsolutePath().normalize());
  }

  private static String place(JdbcSettings settings) {
    return settings.url().substring(PREFIX.length()).replaceFirst("^file:", "");
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
        if (e.getErrorCode() != IN_USE) {
          throw e;
        }
        Optional<Connection> served = throughTheDoor(end);
        if (served.isPresent()) {
          return served.get();
        }
        if (System.nanoTime() > end) {
          throw e;
        }
        Pause.real().orInterrupted(BETWEEN_TRIES);
      }
    }
  }

  private Connection open() throws SQLException {
    if (shared.isEmpty()) {
      return connect(PREFIX + name + SESSION);
    }
    if (shared.get().isReadOnly(writable)) {
      return connect(PREFIX + name + READ_ONLY + QUIET + SESSION);
    }
    return shared.get().open(() -> connect(PREFIX + name + DURABLE + QUIET + SESSION));
  }

  /** Empty when the one who holds the file has not opened its door yet, or has died just now. */
  private Optional<Connection> throughTheDoor(long end) throws SQLException {
    Optional<String> address = shared.flatMap(file -> file.door().address());
    if (address.isEmpty()) {
      return Optional.empty();
    }
    try {
      Connection served = connect(PREFIX + address.get() + SESSION + knock);
      served.setNetworkTimeout(Runnable::run, ANSWER_WITHIN);
      return Optional.of(served);
    } catch (SQLException e) {
      if (System.nanoTime() > end && hasTimedOut(e)) {
        throw HolderSilentException.of(shared.map(file -> file.door().holder()).orElse(0L));
      }
      return Optional.empty();
    }
  }

  /** A stopped process still accepts connections; it only never says anything on them. */
  static boolean hasTimedOut(@Nullable Throwable thrown) {
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
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
