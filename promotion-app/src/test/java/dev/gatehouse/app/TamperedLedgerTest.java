package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What someone who owns the database does to it, and `audit verify` sees. */
class TamperedLedgerTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void promote() {
    desk = Desk.furnished(folder);
    desk.promote("dev", "--wait");
    desk.promote("staging");
  }

  @Test
  void theEndOfAPromotionTakesACheckpointAndKeepsItOutsideTheDatabase() {
    assertThat(desk.read(".gatehouse/checkpoints.jsonl").lines()).hasSize(1);
    assertThat(verify().out()).startsWith("INTACT").contains("1 checkpoint");
  }

  @Test
  void rowsCutFromTheEndWithTheirHeadAreMissed() throws SQLException {
    tamper(
        "DELETE FROM ledger_entry e WHERE version ="
            + " (SELECT MAX(version) FROM ledger_entry o WHERE o.stream = e.stream)",
        "UPDATE ledger_stream p SET version = version - 1, hash = (SELECT hash FROM ledger_entry e"
            + " WHERE e.stream = p.id AND e.version = p.version - 1)",
        "DELETE FROM checkpoint");
    found("ledger-checkpoint-missing");
  }

  @Test
  void aPromotionDroppedWithItsHeadIsMissed() throws SQLException {
    String gone = " LIKE '%dev%'";
    tamper(
        "DELETE FROM ledger_entry WHERE stream" + gone,
        "DELETE FROM promotion_summary WHERE id" + gone,
        "DELETE FROM ledger_stream WHERE id" + gone,
        "DELETE FROM checkpoint");
    found("ledger-checkpoint-missing");
  }

  @Test
  void deletedCheckpointsAreMissed() throws SQLException {
    tamper("DELETE FROM checkpoint");
    found("ledger-checkpoint-missing");
  }

  @Test
  void aMissingLedgerIsNotIntact() throws IOException {
    Files.delete(folder.resolve(".gatehouse/ledger.mv.db"));
    found("ledger-checkpoint-missing");
    Files.delete(folder.resolve(".gatehouse/checkpoints.jsonl"));
    found("ledger-empty");
  }

  @Test
  void aColumnThatPromotionsAreFoundByIsCheckedAgainstTheSealedRows() throws SQLException {
    tamper("UPDATE promotion_summary SET stage = 'production' WHERE stage = 'dev'");
    Desk.Answer answer = found("ledger-column-altered");
    assertThat(answer.out()).contains("checkout/production, ended", "checkout/dev, ended");
    tamper(
        "UPDATE promotion_summary SET stage = 'dev' WHERE stage = 'production'",
        "UPDATE promotion_summary SET is_open = FALSE");
    found("ledger-column-altered");
  }

  @Test
  void aStageColumnOpensNoStageOrder() throws SQLException {
    desk.gatehouse("abort", "checkout/staging", "--reason", "tampering follows");
    tamper("UPDATE promotion_summary SET stage = 'staging' WHERE stage = 'dev'");
    Desk.Answer answer = desk.promote("production");
    assertThat(answer.out()).contains("staging");
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).contains("has not succeeded");
  }

  @Test
  void aForgedSummaryOpensNoStageOrderAndIsFound() throws SQLException {
    desk.gatehouse("abort", "checkout/staging", "--reason", "tampering follows");
    tamper(
        "DELETE FROM promotion_summary WHERE stage = 'staging'",
        "UPDATE promotion_summary SET stage = 'staging',"
            + " summary = REPLACE(summary, '\"stage\":\"dev\"', '\"stage\":\"staging\"')");
    Desk.Answer answer = desk.promote("production");
    assertThat(answer.code()).isEqualTo(3);
    assertThat(answer.out()).contains("has not succeeded");
    found("ledger-column-altered");
  }

  @Test
  void aLedgerThatLostRowsOfAnEarlierExportIsFound() throws SQLException {
    desk.gatehouse("audit", "export", "--to", "earlier.jsonl");
    assertThat(against("earlier.jsonl").code()).isZero();
    desk.promote("staging", "--title", "more");
    assertThat(against("earlier.jsonl").code()).isZero();

    Path kept = folder.resolve(".gatehouse/checkpoints.jsonl");
    assertThat(kept.toFile().delete()).isTrue();
    tamper(
        "DELETE FROM ledger_entry WHERE stream LIKE '%dev%'",
        "DELETE FROM promotion_summary WHERE id LIKE '%dev%'",
        "DELETE FROM ledger_stream WHERE id LIKE '%dev%'",
        "DELETE FROM checkpoint");
    assertThat(verify().code()).isZero();
    assertThat(against("earlier.jsonl").code()).isEqualTo(4);
  }

  @Test
  void anExportThatIsAlteredProvesNothing() {
    desk.gatehouse("audit", "export", "--to", "earlier.jsonl");
    desk.write(
        "altered.jsonl", desk.read("earlier.jsonl").replaceFirst("trust.tests", "trust.tasts"));
    assertThat(against("altered.jsonl").out()).startsWith("ALTERED ledger-row-altered");
  }

  private Desk.Answer verify() {
    return desk.gatehouse("audit", "verify");
  }

  private Desk.Answer against(String export) {
    return desk.gatehouse("audit", "verify", "--against", export);
  }

  private Desk.Answer found(String code) {
    Desk.Answer answer = verify();
    assertThat(answer.out()).startsWith("ALTERED " + code);
    assertThat(answer.code()).isEqualTo(4);
    return answer;
  }

  private void tamper(String... statements) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:" + folder.resolve(".gatehouse/ledger"), "sa", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        assertThat(statement.executeUpdate(sql)).as(sql).isPositive();
      }
    }
  }
}
