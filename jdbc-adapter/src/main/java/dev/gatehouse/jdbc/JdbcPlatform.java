package dev.gatehouse.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.gatehouse.spi.HistoryStore;
import dev.gatehouse.spi.HostRecords;
import dev.gatehouse.spi.Leases;
import dev.gatehouse.spi.WakeUps;
import dev.gatehouse.spi.WriteIntents;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Everything that Gatehouse keeps in a database: an embedded H2 file, or a PostgreSQL that several
 * processes share.
 *
 * <p>Thread-safe. Several processes may open one embedded file: the first one holds it and serves
 * the others; when it ends, another one takes over.
 */
public final class JdbcPlatform implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HikariDataSource pool;
  private final JdbcLedger ledger;
  private final JdbcWakeUps wakeUps;
  private final JdbcWriteIntents intents;
  private final JdbcLeases leases;
  private final JdbcHostRecords records;
  private final Runnable onClose;

  private JdbcPlatform(
      HikariDataSource pool,
      Database database,
      JdbcSettings settings,
      ProcessClock clock,
      Runnable onClose) {
    this.pool = pool;
    this.onClose = onClose;
    this.ledger = new JdbcLedger(database, clock);
    this.wakeUps = new JdbcWakeUps(database, settings);
    this.intents = new JdbcWriteIntents(database);
    this.leases = new JdbcLeases(database);
    this.records = new JdbcHostRecords(database);
  }

  /**
   * Opens the database and brings its tables up to date.
   *
   * @throws dev.gatehouse.reason.InvalidConfigurationException if the URL is of another database
   * @throws dev.gatehouse.reason.PlatformException if it cannot be opened
   */
  public static JdbcPlatform open(JdbcSettings settings) {
    return open(settings, ProcessClock.UNCHECKED);
  }

  /**
   * As {@link #open(JdbcSettings)}; a clock that differs from the database's records nothing.
   *
   * @throws dev.gatehouse.reason.InvalidConfigurationException if the URL is of another database
   * @throws dev.gatehouse.reason.PlatformException if it cannot be opened
   */
  public static JdbcPlatform open(JdbcSettings settings, ProcessClock clock) {
    if (Dialect.of(settings) == Dialect.POSTGRESQL) {
      Durability durability = new Durability(false, WriteTurn.NONE);
      return open(settings, postgres(settings), durability, clock, () -> {});
    }
    return open(settings, new EmbeddedSource(settings), clock);
  }

  /** Opens an embedded database. */
  static JdbcPlatform open(JdbcSettings settings, EmbeddedSource source) {
    return open(settings, source, ProcessClock.UNCHECKED);
  }

  private static JdbcPlatform open(
      JdbcSettings settings, EmbeddedSource source, ProcessClock clock) {
    Durability durability = new Durability(true, source.turn());
    return open(settings, embedded(settings, source), durability, clock, source::close);
  }

  /** Opens a database as it is configured elsewhere. */
  static JdbcPlatform open(
      JdbcSettings settings, HikariConfig config, Durability durability, Runnable onClose) {
    return open(settings, config, durability, ProcessClock.UNCHECKED, onClose);
  }

  private static JdbcPlatform open(
      JdbcSettings settings,
      HikariConfig config,
      Durability durability,
      ProcessClock clock,
      Runnable onClose) {
    Dialect dialect = Dialect.of(settings);
    Failures failures = new Failures(settings);
    HikariDataSource pool = null;
    try {
      pool = new HikariDataSource(config);
      Migrations.run(pool, dialect, durability.turn());
      Database database = new Database(pool, dialect, durability, failures);
      new Projections(database).bringUpToDate();
      return new JdbcPlatform(pool, database, settings, clock, onClose);
    } catch (SQLException | RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      onClose.run();
      throw failures.unreachable(e);
    }
  }

  private static HikariConfig embedded(JdbcSettings settings, EmbeddedSource source) {
    HikariConfig config = pooled(settings);
    config.setDataSource(source);
    config.setExceptionOverride(new LostConnection());
    return config;
  }

  private static HikariConfig postgres(JdbcSettings settings) {
    HikariConfig config = pooled(settings);
    config.setDriverClassName("org.postgresql.Driver");
    config.setJdbcUrl(settings.url());
    settings.user().ifPresent(config::setUsername);
    settings.password().ifPresent(config::setPassword);
    config.setConnectionInitSql("SET synchronous_commit TO on");
    return config;
  }

  /** Returns a pool without an address. */
  static HikariConfig pooled(JdbcSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("gatehouse");
    config.setMaximumPoolSize(settings.poolSize());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(PATIENCE.toMillis());
    return config;
  }

  /** Returns the ledger. */
  public HistoryStore history() {
    return ledger;
  }

  /** Returns the wake-ups. */
  public WakeUps wakeUps() {
    return wakeUps;
  }

  /** Returns the write intents. */
  public WriteIntents intents() {
    return intents;
  }

  /** Returns the leases. */
  public Leases leases() {
    return leases;
  }

  /** Returns what hosts keep beside the ledger. */
  public HostRecords records() {
    return records;
  }

  /** Stops what is still running and lets go of the database. */
  @Override
  public void close() {
    wakeUps.close();
    pool.close();
    onClose.run();
  }
}
