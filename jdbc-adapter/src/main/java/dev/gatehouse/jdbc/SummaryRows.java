package dev.gatehouse.jdbc;

import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.SummaryJson;
import dev.gatehouse.plan.PromotionId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** The summary of each promotion, kept in the transaction of every append; pure SQL. */
final class SummaryRows {
  private static final String INSERT =
      "INSERT INTO promotion_summary"
          + " (number, id, is_open, summary, outcome, since, application, stage)"
          + " SELECT number, id, ?, ?, ?, ?, ?, ? FROM ledger_stream WHERE id = ?";

  private SummaryRows() {}

  /** Folds what was just appended into the summary; other streams have none. */
  static void follow(Connection connection, List<StreamEvent> appended) throws SQLException {
    List<Recorded> events = appended.stream().flatMap(event -> event.promotion().stream()).toList();
    if (events.isEmpty()) {
      return;
    }
    PromotionId promotion = events.get(0).promotion();
    if (events.get(0).version() == 1) {
      insert(connection, PromotionSummary.of(events));
      return;
    }
    Optional<PromotionSummary> before = read(connection, promotion);
    if (before.isPresent()) {
      update(connection, before.get().after(events));
    } else {
      insert(connection, derived(connection, promotion));
    }
  }

  /** Makes the summary of a promotion again from its rows. */
  static void rebuild(Connection connection, PromotionId promotion) throws SQLException {
    update(connection, derived(connection, promotion));
  }

  /** Makes a summary again from its rows where it is missing or differs; returns whether it did. */
  static boolean repair(Connection connection, PromotionId promotion) throws SQLException {
    PromotionSummary right = derived(connection, promotion);
    Optional<String> found = text(connection, promotion);
    if (found.isEmpty()) {
      insert(connection, right);
      return true;
    }
    if (found.get().equals(SummaryJson.text(right)) && !differs(connection, right)) {
      return false;
    }
    update(connection, right);
    return true;
  }

  /** The columns beside the summary are what searches ask for. */
  private static boolean differs(Connection connection, PromotionSummary right)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT 1 FROM promotion_summary WHERE is_open = ? AND summary = ? AND outcome = ?"
                + " AND since = ? AND id = ? AND application = ? AND stage = ?")) {
      set(select, right);
      select.setString(5, right.id().value());
      select.setString(6, right.application().value());
      select.setString(7, right.stage().value());
      try (ResultSet row = select.executeQuery()) {
        return !row.next();
      }
    }
  }

  private static PromotionSummary derived(Connection connection, PromotionId promotion)
      throws SQLException {
    return PromotionSummary.of(
        StreamRows.all(connection, StreamId.of(promotion)).stream()
            .map(HistoryJson::read)
            .toList());
  }

  private static Optional<PromotionSummary> read(Connection connection, PromotionId promotion)
      throws SQLException {
    return text(connection, promotion).map(SummaryJson::read);
  }

  private static Optional<String> text(Connection connection, PromotionId promotion)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT summary FROM promotion_summary WHERE id = ?")) {
      select.setString(1, promotion.value());
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(Columns.text(row, 1)) : Optional.empty();
      }
    }
  }

  private static void insert(Connection connection, PromotionSummary summary) throws SQLException {
    insert(connection, List.of(summary));
  }

  /** Inserts the summaries of promotions that have a stream and no summary. */
  static void insert(Connection connection, List<PromotionSummary> summaries) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (PromotionSummary summary : summaries) {
        set(insert, summary);
        insert.setString(5, summary.application().value());
        insert.setString(6, summary.stage().value());
        insert.setString(7, summary.id().value());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void update(Connection connection, PromotionSummary summary) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE promotion_summary SET is_open = ?, summary = ?, outcome = ?, since = ?,"
                + " application = ?, stage = ? WHERE id = ?")) {
      set(update, summary);
      update.setString(5, summary.application().value());
      update.setString(6, summary.stage().value());
      update.setString(7, summary.id().value());
      update.executeUpdate();
    }
  }

  /** Sets what changes with events, in the order of both statements. */
  private static void set(PreparedStatement statement, PromotionSummary summary)
      throws SQLException {
    statement.setBoolean(1, !summary.phase().isFinal());
    statement.setString(2, SummaryJson.text(summary));
    statement.setString(3, summary.outcome().map(Enum::name).orElse(""));
    statement.setObject(4, time(summary.phaseSince()));
  }

  /** To the microsecond, which both databases keep. */
  static OffsetDateTime time(Instant at) {
    return at.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }
}
