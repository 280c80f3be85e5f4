package dev.gatehouse.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables to the form that this version knows. */
final class Migrations {
  private static final String FOLDER = "classpath:dev/gatehouse/jdbc/migration/";

  private static final String TABLE = "schema_version";

  /** The last migration; a test keeps it in step with the files. */
  static final String LATEST = "7";

  private Migrations() {}

  /** Of several processes that find an empty database at once, one makes the tables. */
  static void run(DataSource source, Dialect dialect, WriteTurn turn) throws SQLException {
    if (isCurrent(source)) {
      return;
    }
    turn.take();
    try (Connection alone = source.getConnection()) {
      alone.setAutoCommit(false);
      dialect.lockForMigration(alone);
      if (!isCurrent(source)) {
        migrate(source, dialect);
      }
      alone.rollback();
    } finally {
      turn.pass();
    }
  }

  /** Spares short-lived processes the start of Flyway. */
  private static boolean isCurrent(DataSource source) {
    String sql =
        "SELECT COUNT(*) FROM \"" + TABLE + "\" WHERE \"version\" = ? AND \"success\" = TRUE";
    try (Connection connection = source.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, LATEST);
      try (ResultSet row = select.executeQuery()) {
        return row.next() && row.getInt(1) > 0;
      }
    } catch (SQLException e) {
      return false;
    }
  }

  private static void migrate(DataSource source, Dialect dialect) {
    List<String> folders = new ArrayList<>();
    folders.add(FOLDER + "all");
    if (dialect == Dialect.H2) {
      folders.add(FOLDER + "h2");
    }
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(source)
        .locations(folders.toArray(new String[0]))
        .loggers("slf4j")
        .table(TABLE)
        .baselineOnMigrate(true)
        .baselineVersion("0")
        .placeholders(Map.of("byBytes", dialect.byBytes()))
        .load()
        .migrate();
  }
}
