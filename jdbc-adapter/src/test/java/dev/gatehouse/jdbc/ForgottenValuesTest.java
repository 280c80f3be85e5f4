package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.Forgetting;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.json.EarlierLedger;
import dev.gatehouse.json.LedgerAudit;
import dev.gatehouse.json.LedgerReader;
import dev.gatehouse.json.LedgerWriter;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.testkit.InMemoryHistoryStore;
import dev.gatehouse.testkit.contract.Histories;
import dev.gatehouse.testkit.contract.SeenLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F16: a value is forgotten, and nothing else can hide behind that. */
class ForgottenValuesTest {
  private static final PromotionId ID = Histories.id("checkout-prod-a");
  private final InMemoryHistoryStore store = new InMemoryHistoryStore();

  @BeforeEach
  void promote() {
    store.append(
        ID,
        0,
        List.of(
            Histories.proposed(ID, "checkout", "prod"),
            Histories.said(ID, 2, "the password is s3cret-1 and s3cret-2"),
            Histories.ended(ID, 3)));
    store.checkpoint(Histories.AT);
  }

  @Test
  void aRowThatIsRedactedWithoutAnEventIsFound() {
    SeenLedger ledger = SeenLedger.of(store);
    List<LedgerEntry> rows = redacted(ledger.rows(), "s3cret-1");
    assertThat(bad(ledger.withRows(rows))).isEqualTo("promotion " + ID + ", row 2");
  }

  @Test
  void whatIsChangedBesidesTheForgottenValueIsFound() {
    forget("s3cret-1");
    SeenLedger ledger = SeenLedger.of(store);
    List<LedgerEntry> rows = redacted(ledger.rows(), "password");
    assertThat(bad(ledger.withRows(rows))).isEqualTo("promotion " + ID + ", row 2");
  }

  @Test
  void anotherRowIsNotCoveredByTheEvent() {
    forget("s3cret-1");
    SeenLedger ledger = SeenLedger.of(store);
    List<LedgerEntry> rows = redacted(ledger.rows(), "checkout");
    assertThat(bad(ledger.withRows(rows))).isEqualTo("promotion " + ID + ", row 1");
  }

  @Test
  void aSecondValueOfTheSameRowIsForgottenAndTheFirstStateIsNotAccepted() {
    forget("s3cret-1");
    List<LedgerEntry> once = SeenLedger.of(store).rows();
    forget("s3cret-2");
    SeenLedger ledger = SeenLedger.of(store);
    assertThat(ledger.verify().isIntact()).isTrue();
    assertThat(ledger.verify().forgotten()).isEqualTo(1);
    List<LedgerEntry> rows = new ArrayList<>(ledger.rows());
    rows.set(1, once.get(1));
    assertThat(bad(ledger.withRows(rows))).isEqualTo("promotion " + ID + ", row 2");
  }

  @Test
  void anEventOfAnotherPromotionVouchesForNothing() {
    PromotionId other = Histories.id("checkout-prod-b");
    store.append(
        other,
        0,
        List.of(
            Histories.proposed(other, "checkout", "prod"),
            Histories.said(other, 2, "s3cret-1"),
            Histories.ended(other, 3)));
    store.forget(wish(other, "s3cret-1"));
    SeenLedger ledger = SeenLedger.of(store);
    List<LedgerEntry> rows = redacted(ledger.rows(), "s3cret-1");
    assertThat(bad(ledger.withRows(rows))).isEqualTo("promotion " + ID + ", row 2");
  }

  @Test
  void anExportShowsWhatWasForgottenAndIsIntact() throws IOException {
    forget("s3cret-1");
    String export = export(SeenLedger.of(store));
    assertThat(export).contains("FORGOTTEN", "(hidden)").doesNotContain("s3cret-1");
    assertThat(reader(export).verify().isIntact()).isTrue();
    assertThat(reader(export).verify().forgotten()).isEqualTo(1);
  }

  @Test
  void theLedgerStillContinuesAnExportFromBefore() throws IOException {
    String before = export(SeenLedger.of(store));
    forget("s3cret-1");
    EarlierLedger earlier = new EarlierLedger();
    assertThat(reader(before).read(earlier)).isEmpty();
    LedgerAudit audit = new LedgerAudit(store.checkpoints(), "checkpoints.jsonl").against(earlier);
    store.visit(audit);
    assertThat(audit.report().firstBad()).isEmpty();
    assertThat(audit.report().forgotten()).isEqualTo(1);
  }

  @Test
  void theBeginningOfAValueThatWasCutOffIsForgottenToo() {
    PromotionId cut = Histories.id("checkout-prod-c");
    store.append(
        cut,
        0,
        List.of(
            Histories.proposed(cut, "checkout", "prod"),
            Histories.said(cut, 2, "a long text that ends with s3cr…"),
            Histories.ended(cut, 3)));
    store.forget(wish(cut, "s3cret-1"));
    assertThat(store.read(cut).get(1))
        .isEqualTo(Histories.said(cut, 2, "a long text that ends with (hidden)…"));
  }

  @Test
  void theReasonDoesNotRepeatTheValue() {
    store.forget(new Forgetting(ID, "s3cret-1", Actor.person("root"), Histories.AT, "s3cret-1!"));
    assertThat(SeenLedger.of(store).toString()).doesNotContain("s3cret-1");
  }

  private void forget(String value) {
    store.forget(wish(ID, value));
  }

  private static Forgetting wish(PromotionId id, String value) {
    return new Forgetting(id, value, Actor.person("root", "admins"), Histories.AT, "leaked");
  }

  private static List<LedgerEntry> redacted(List<LedgerEntry> rows, String value) {
    return rows.stream()
        .map(
            row ->
                new LedgerEntry(
                    row.stream(),
                    row.version(),
                    row.stream().equals(StreamId.of(ID))
                        ? row.payload().replace(value, "(hidden)")
                        : row.payload(),
                    row.previousHash(),
                    row.hash()))
        .toList();
  }

  private static String bad(SeenLedger ledger) {
    return ledger.verify().firstBad().map(Reason::where).orElse("intact");
  }

  private static String export(SeenLedger ledger) {
    StringWriter out = new StringWriter();
    ledger.show(new LedgerWriter(out));
    return out.toString();
  }

  private static LedgerReader reader(String export) {
    return new LedgerReader(
        new ByteArrayInputStream(export.getBytes(StandardCharsets.UTF_8)), "ledger.jsonl");
  }
}
