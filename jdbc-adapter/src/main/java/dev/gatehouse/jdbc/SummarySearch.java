package dev.gatehouse.jdbc;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.SummaryJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Searches promotions by their summaries: one statement for each question; thread-safe. */
final class SummarySearch {
  private final Database database;

  SummarySearch(Database database) {
    this.database = database;
  }

  /** A condition with its values, so that no text of a caller becomes part of the statement. */
  private record Where(String sql, List<Object> values) {
    static Where of(PromotionQuery query) {
      List<String> equal = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      query.application().ifPresent(name -> add(equal, values, "application", name.value()));
      query.stage().ifPresent(name -> add(equal, values, "stage", name.value()));
      if (query.openOnly()) {
        add(equal, values, "is_open", true);
      }
      StringBuilder sql = new StringBuilder(" WHERE 1 = 1");
      equal.forEach(column -> sql.append(" AND ").append(column).append(" = ?"));
      query
          .before()
          .ifPresent(
              id -> {
                sql.append(" AND number < (SELECT number FROM promotion_summary WHERE id = ?)");
                values.add(id.value());
              });
      sql.append(" ORDER BY ");
      equal.forEach(column -> sql.append(column).append(" DESC, "));
      sql.append("number DESC LIMIT ?");
      values.add(query.limit());
      return new Where(sql.toString(), values);
    }

    private static void add(List<String> equal, List<Object> values, String column, Object value) {
      equal.add(column);
      values.add(value);
    }
  }

  List<PromotionSummary> find(PromotionQuery query) {
    Where where = Where.of(query);
    return summaries("SELECT summary FROM promotion_summary" + where.sql(), where.values());
  }

  List<PromotionSummary> named(String typed, int begun) {
    List<String> parts = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    parts.add("(SELECT summary, 0 AS part, id FROM promotion_summary WHERE id = ?)");
    values.add(typed);
    int slash = typed.indexOf('/');
    while (slash > 0) {
      parts.add(
          "(SELECT summary, 1 AS part, id FROM promotion_summary"
              + " WHERE application = ? AND stage = ?"
              + " ORDER BY application DESC, stage DESC, is_open DESC, number DESC LIMIT 1)");
      values.add(typed.substring(0, slash));
      values.add(typed.substring(slash + 1));
      slash = typed.indexOf('/', slash + 1);
    }
    parts.add(
        "(SELECT summary, 2 AS part, id FROM promotion_summary WHERE "
            + database.dialect().beginsWith("id")
            + " LIMIT "
            + begun
            + ")");
    values.add(typed);
    values.add(typed + Character.MAX_VALUE);
    String sql = String.join(" UNION ALL ", parts) + " ORDER BY part, id";
    return summaries(sql, values).stream().distinct().toList();
  }

  /** Counts instead of reading: a plan needs the numbers only. */
  Map<PromotionSummary.Outcome, Integer> outcomes(
      ApplicationName application, int newest, Instant after) {
    String sql =
        "SELECT outcome, COUNT(*) FROM (SELECT outcome, since FROM promotion_summary"
            + " WHERE application = ? ORDER BY application DESC, number DESC LIMIT ?) newest"
            + " WHERE outcome <> '' AND since > ? GROUP BY outcome";
    List<Object> values = List.of(application.value(), newest, SummaryRows.time(after));
    return database.read(
        "counting promotions",
        connection -> {
          Map<PromotionSummary.Outcome, Integer> counts =
              new EnumMap<>(PromotionSummary.Outcome.class);
          try (PreparedStatement select = prepared(connection, sql, values);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              counts.put(PromotionSummary.Outcome.valueOf(Columns.text(row, 1)), row.getInt(2));
            }
          }
          return counts;
        });
  }

  private List<PromotionSummary> summaries(String sql, List<Object> values) {
    List<String> found =
        database.read(
            "searching promotions",
            connection -> {
              List<String> texts = new ArrayList<>();
              try (PreparedStatement select = prepared(connection, sql, values);
                  ResultSet row = select.executeQuery()) {
                while (row.next()) {
                  texts.add(Columns.text(row, 1));
                }
              }
              return texts;
            });
    return found.stream().map(SummaryJson::read).toList();
  }

  /** Returns whole histories, newest promotion first. */
  List<List<Recorded>> histories(PromotionQuery query) {
    Where where = Where.of(query);
    String sql =
        "SELECT p.number, e.stream, e.version, e.payload, e.previous_hash, e.hash"
            + " FROM (SELECT number, id FROM promotion_summary"
            + where.sql()
            + ") p JOIN ledger_entry e ON e.stream = p.id ORDER BY p.number DESC, e.version";
    Map<StreamId, List<LedgerEntry>> rows =
        database.read(
            "reading promotions",
            connection -> {
              Map<StreamId, List<LedgerEntry>> all = new LinkedHashMap<>();
              try (PreparedStatement select = prepared(connection, sql, where.values());
                  ResultSet row = select.executeQuery()) {
                while (row.next()) {
                  LedgerEntry entry = LedgerSeals.entry(row);
                  all.computeIfAbsent(entry.stream(), id -> new ArrayList<>()).add(entry);
                }
              }
              return all;
            });
    return rows.values().stream()
        .map(history -> history.stream().map(HistoryJson::read).toList())
        .toList();
  }

  private static PreparedStatement prepared(Connection connection, String sql, List<Object> values)
      throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql);
    for (int i = 0; i < values.size(); i++) {
      select.setObject(i + 1, values.get(i));
    }
    return select;
  }
}
