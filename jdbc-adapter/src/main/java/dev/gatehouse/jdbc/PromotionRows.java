package dev.gatehouse.jdbc;

import dev.gatehouse.api.PromotionFilter;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.StageName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What promotions are searched by, kept in the transaction of each append; pure SQL. */
final class PromotionRows {
  private PromotionRows() {}

  /** Brings the columns of a promotion up to date with what was just appended to it. */
  static void follow(Connection connection, List<StreamEvent> appended) throws SQLException {
    for (StreamEvent next : appended) {
      if (next.event() instanceof PromotionEvent.Proposed proposed) {
        insert(connection, next.stream().key(), proposed);
      } else if (next.event() instanceof PromotionEvent.Ended) {
        close(connection, next.stream().key());
      }
    }
  }

  private static void insert(Connection connection, String id, PromotionEvent.Proposed proposed)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO promotion (id, application, stage, is_open) VALUES (?, ?, ?, TRUE)")) {
      insert.setString(1, id);
      insert.setString(2, proposed.change().application().value());
      insert.setString(3, proposed.stage().value());
      insert.executeUpdate();
    }
  }

  private static void close(Connection connection, String id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE promotion SET is_open = FALSE WHERE id = ?")) {
      update.setString(1, id);
      update.executeUpdate();
    }
  }

  /** Returns the promotions that fit, newest first. */
  static List<PromotionId> find(Connection connection, PromotionFilter filter) throws SQLException {
    String sql =
        "SELECT id FROM promotion WHERE 1 = 1"
            + (filter.application().isPresent() ? " AND application = ?" : "")
            + (filter.stage().isPresent() ? " AND stage = ?" : "")
            + (filter.openOnly() ? " AND is_open" : "")
            + " ORDER BY number DESC LIMIT ?";
    List<PromotionId> found = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      int index = 1;
      if (filter.application().isPresent()) {
        select.setString(index++, filter.application().get().value());
      }
      if (filter.stage().isPresent()) {
        select.setString(index++, filter.stage().map(StageName::value).get());
      }
      select.setInt(index, filter.limit());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(new PromotionId(Columns.text(row, 1)));
        }
      }
    }
    return found;
  }
}
