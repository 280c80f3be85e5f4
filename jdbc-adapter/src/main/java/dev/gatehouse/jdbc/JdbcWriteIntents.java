package dev.gatehouse.jdbc;

import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.Lease;
import dev.gatehouse.spi.WriteIntent;
import dev.gatehouse.spi.WriteIntents;
import dev.gatehouse.stage.TargetName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Write intents in a database; a lost lease is found out in the transaction that records. */
final class JdbcWriteIntents implements WriteIntents {
  private static final String INSERT =
      "INSERT INTO write_intent"
          + " (promotion, target, act, repository, branch, parent, tree, commit_id, epoch)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String DELETE =
      "DELETE FROM write_intent WHERE promotion = ? AND target = ? AND act = ? AND commit_id = ?";
  private static final String SELECT =
      "SELECT act, repository, branch, parent, tree, commit_id, epoch FROM write_intent"
          + " WHERE promotion = ? AND target = ? ORDER BY number";

  private final Database database;

  JdbcWriteIntents(Database database) {
    this.database = database;
  }

  @Override
  public void record(Lease lease, List<WriteIntent> intents, List<WriteIntent> lost) {
    boolean recorded =
        database.write(
            "recording intents under the lease of " + lease.resource(),
            connection -> {
              if (!JdbcLeases.holds(connection, lease)) {
                return false;
              }
              forget(connection, lost);
              insert(connection, intents);
              return true;
            });
    if (!recorded) {
      throw lease.lost();
    }
  }

  private static void forget(Connection connection, List<WriteIntent> lost) throws SQLException {
    if (lost.isEmpty()) {
      return;
    }
    try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
      for (WriteIntent intent : lost) {
        delete.setString(1, intent.promotion().value());
        delete.setString(2, intent.target().value());
        delete.setString(3, intent.act().name());
        delete.setString(4, intent.commit().value());
        delete.addBatch();
      }
      delete.executeBatch();
    }
  }

  private static void insert(Connection connection, List<WriteIntent> intents) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (WriteIntent intent : intents) {
        insert.setString(1, intent.promotion().value());
        insert.setString(2, intent.target().value());
        insert.setString(3, intent.act().name());
        insert.setString(4, intent.repository());
        insert.setString(5, intent.branch());
        insert.setString(6, intent.parent().value());
        insert.setString(7, intent.tree());
        insert.setString(8, intent.commit().value());
        insert.setLong(9, intent.epoch());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  @Override
  public List<WriteIntent> of(PromotionId promotion, TargetName target) {
    return database.read(
        "reading intents of promotion " + promotion,
        connection -> {
          List<WriteIntent> intents = new ArrayList<>();
          try (PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setString(1, promotion.value());
            select.setString(2, target.value());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                intents.add(intent(promotion, target, row));
              }
            }
          }
          return intents;
        });
  }

  private static WriteIntent intent(PromotionId promotion, TargetName target, ResultSet row)
      throws SQLException {
    return new WriteIntent(
        promotion,
        target,
        WriteIntent.Act.valueOf(row.getString(1)),
        row.getString(2),
        row.getString(3),
        new Revision(row.getString(4)),
        row.getString(5),
        new Revision(row.getString(6)),
        row.getLong(7));
  }
}
