package dev.gatehouse.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Where the database is and how hard it is worked.
 *
 * @param url a JDBC URL of H2 or PostgreSQL
 * @param user the user, when the URL does not name one
 * @param password the password, when the URL does not hold one; never shown
 * @param poolSize the most connections at once
 * @param workers the threads that handle wake-ups
 * @param polling how often due wake-ups are looked for; what this process schedules is seen at once
 * @param heartbeat how often a holder shows that it is alive; after four misses it is taken over
 */
public record JdbcSettings(
    String url,
    Optional<String> user,
    Optional<String> password,
    int poolSize,
    int workers,
    Duration polling,
    Duration heartbeat) {
  private static final int CONNECTIONS = 8;
  private static final int WORKERS = 12;
  private static final int SPARE_CONNECTIONS = 4;
  private static final Duration OFTEN = Duration.ofMillis(100);
  private static final Duration HEARTBEAT = Duration.ofMillis(750);

  /** Returns the settings of an embedded database in this file; {@code .mv.db} is added. */
  public static JdbcSettings embedded(Path file) {
    return of("jdbc:h2:" + file.toAbsolutePath(), Optional.empty(), Optional.empty());
  }

  /** Returns the settings of the database at this URL. */
  public static JdbcSettings of(String url, Optional<String> user, Optional<String> password) {
    return new JdbcSettings(url, user, password, CONNECTIONS, WORKERS, OFTEN, HEARTBEAT);
  }

  /** Returns these settings with another number of threads that handle wake-ups. */
  public JdbcSettings withWorkers(int threads) {
    int connections = Math.max(poolSize, threads + SPARE_CONNECTIONS);
    return new JdbcSettings(url, user, password, connections, threads, polling, heartbeat);
  }

  /** Returns these settings with another rhythm. */
  public JdbcSettings withRhythm(Duration newPolling, Duration newHeartbeat) {
    return new JdbcSettings(url, user, password, poolSize, workers, newPolling, newHeartbeat);
  }

  /** Returns the address for people: the URL without anything that may be a secret. */
  public String address() {
    String bare = url.replaceAll("[?;].*", "");
    return bare.replaceAll("//[^/@]*@", "//");
  }

  /** Returns the address only. */
  @Override
  public String toString() {
    return "JdbcSettings[" + address() + "]";
  }
}
