package dev.gatehouse.jdbc;

import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.Leases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Leases in a database; thread-safe, shared by any number of processes. */
final class JdbcLeases implements Leases {
  private final Database database;

  JdbcLeases(Database database) {
    this.database = database;
  }

  /** What is in the row: nobody holds a lease that was given back. */
  private record Row(
      @Nullable String holder, long epoch, Instant expiresAt, @Nullable Instant takenAt) {
    boolean isOver(Instant now) {
      return Lease.isOver(takenAt == null ? expiresAt : takenAt, expiresAt, now);
    }
  }

  @Override
  public Optional<Lease> acquire(String resource, String holder, Instant now, Duration length) {
    return database.write(
        "taking the lease of " + resource,
        connection -> {
          create(connection, resource, now);
          Row row = lock(connection, resource);
          boolean own = holder.equals(row.holder());
          if (!own && row.holder() != null && !row.isOver(now)) {
            return Optional.empty();
          }
          long epoch = own ? row.epoch() : row.epoch() + 1;
          Lease lease = new Lease(resource, holder, epoch, now.plus(length));
          update(connection, lease, now);
          return Optional.of(lease);
        });
  }

  private static void create(Connection connection, String resource, Instant now)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT 1 FROM lease WHERE resource = ?")) {
      select.setString(1, resource);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return;
        }
      }
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO lease (resource, epoch, expires_at) VALUES (?, 0, ?)")) {
      insert.setString(1, resource);
      insert.setObject(2, utc(now));
      insert.executeUpdate();
    } catch (SQLException e) {
      if (!Database.isDuplicate(e)) {
        throw e;
      }
      connection.rollback();
    }
  }

  private static Row lock(Connection connection, String resource) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT holder, epoch, expires_at, taken_at FROM lease WHERE resource = ? FOR"
                + " UPDATE")) {
      select.setString(1, resource);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? new Row(
                row.getString(1),
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                instant(row.getObject(4, OffsetDateTime.class)))
            : new Row(null, 0, Instant.EPOCH, null);
      }
    }
  }

  private static void update(Connection connection, Lease lease, Instant now) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE lease SET holder = ?, epoch = ?, expires_at = ?, taken_at = ? WHERE resource ="
                + " ?")) {
      update.setString(1, lease.holder());
      update.setLong(2, lease.epoch());
      update.setObject(3, utc(lease.expiresAt()));
      update.setObject(4, utc(now));
      update.setString(5, lease.resource());
      update.executeUpdate();
    }
  }

  @Override
  public Optional<Lease> current(String resource, Instant now) {
    return database.read(
        "looking who has the lease of " + resource,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "SELECT holder, epoch, expires_at FROM lease WHERE resource = ?")) {
            select.setString(1, resource);
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? held(resource, row).filter(l -> now.isBefore(l.expiresAt()))
                  : Optional.<Lease>empty();
            }
          }
        });
  }

  private static Optional<Lease> held(String resource, ResultSet row) throws SQLException {
    @Nullable String holder = row.getString(1);
    return holder == null
        ? Optional.empty()
        : Optional.of(
            new Lease(
                resource,
                holder,
                row.getLong(2),
                row.getObject(3, OffsetDateTime.class).toInstant()));
  }

  @Override
  public void release(Lease lease) {
    database.write(
        "giving back the lease of " + lease.resource(),
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE lease SET holder = NULL WHERE resource = ? AND holder = ? AND epoch ="
                      + " ?")) {
            update.setString(1, lease.resource());
            update.setString(2, lease.holder());
            update.setLong(3, lease.epoch());
            return update.executeUpdate();
          }
        });
  }

  /** Returns whether the lease is the current one, and keeps it so until the transaction ends. */
  static boolean holds(Connection connection, Lease lease) throws SQLException {
    Row row = lock(connection, lease.resource());
    return lease.holder().equals(row.holder()) && lease.epoch() == row.epoch();
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
