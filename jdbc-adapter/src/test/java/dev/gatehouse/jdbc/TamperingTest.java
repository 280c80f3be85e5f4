package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.AuditReport;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.HashChain;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.LedgerReader;
import dev.gatehouse.json.LedgerWriter;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.testkit.InMemoryHistoryStore;
import dev.gatehouse.testkit.contract.Histories;
import dev.gatehouse.testkit.contract.SeenLedger;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** R17: whatever is altered, dropped, moved or added is found, and the first bad row is named. */
class TamperingTest {
  /** A random sealed ledger: several promotions interleaved, checkpoints here and there. */
  private static SeenLedger ledger(Random random) {
    InMemoryHistoryStore store = new InMemoryHistoryStore();
    long[] versions = new long[2 + random.nextInt(4)];
    int events = 4 + random.nextInt(30);
    for (int i = 0; i < events; i++) {
      int which = random.nextInt(versions.length);
      PromotionId promotion = Histories.id("app-prod-" + which);
      long version = versions[which]++;
      store.append(
          promotion,
          version,
          List.of(
              version == 0
                  ? Histories.proposed(promotion, "app", "prod")
                  : Histories.said(promotion, version + 1, "text " + random.nextInt())));
      if (random.nextInt(6) == 0) {
        store.checkpoint(Histories.AT.plusSeconds(i));
      }
    }
    store.checkpoint(Histories.AT.plusSeconds(events));
    return SeenLedger.of(store);
  }

  private static String name(LedgerEntry row) {
    return row.stream() + ", row " + row.version();
  }

  private static void names(AuditReport report, String... rows) {
    assertThat(report.firstBad()).isPresent();
    assertThat(report.firstBad().get().where()).isIn((Object[]) rows);
  }

  @Property(tries = 200)
  void anUntouchedLedgerIsIntact(@ForAll long seed) {
    assertThat(ledger(new Random(seed)).verify().firstBad()).isEmpty();
  }

  @Property(tries = 50)
  void anAlteredLedgerIsCountedToItsEnd(@ForAll long seed) {
    SeenLedger ledger = ledger(new Random(seed));
    List<LedgerEntry> rows = new ArrayList<>(ledger.rows());
    LedgerEntry first = rows.get(0);
    rows.set(
        0,
        new LedgerEntry(first.stream(), first.version(), "{}", first.previousHash(), first.hash()));
    AuditReport report = ledger.withRows(rows).verify();
    assertThat(report.firstBad()).isPresent();
    assertThat(report.entries()).isEqualTo(rows.size());
    assertThat(report.promotions()).isEqualTo(ledger.verify().promotions());
  }

  @Property(tries = 400)
  void anAlteredRowIsNamed(@ForAll long seed) {
    Random random = new Random(seed);
    SeenLedger ledger = ledger(random);
    List<LedgerEntry> rows = new ArrayList<>(ledger.rows());
    int at = random.nextInt(rows.size());
    LedgerEntry bad = alteredRow(rows.get(at), random);
    rows.set(at, bad);
    names(ledger.withRows(rows).verify(), name(bad));
  }

  private static LedgerEntry alteredRow(LedgerEntry row, Random random) {
    String payload = row.payload();
    return switch (random.nextInt(5)) {
      case 0 ->
          new LedgerEntry(
              row.stream(),
              row.version() ^ (1L << random.nextInt(40)),
              payload,
              row.previousHash(),
              row.hash());
      case 1 ->
          new LedgerEntry(
              row.stream(), row.version(), payload, flip(row.previousHash(), random), row.hash());
      case 2 ->
          new LedgerEntry(
              row.stream(), row.version(), payload, row.previousHash(), flip(row.hash(), random));
      case 3 ->
          new LedgerEntry(
              StreamId.parse(row.stream().key() + "x"),
              row.version(),
              payload,
              row.previousHash(),
              row.hash());
      default ->
          new LedgerEntry(
              row.stream(), row.version(), flip(payload, random), row.previousHash(), row.hash());
    };
  }

  private static String flip(String text, Random random) {
    char[] chars = text.toCharArray();
    chars[random.nextInt(chars.length)] ^= (char) (1 << random.nextInt(7));
    return new String(chars);
  }

  @Property(tries = 400)
  void aRowThatWasReplacedByASoundOneIsNamed(@ForAll long seed) {
    Random random = new Random(seed);
    SeenLedger ledger = ledger(random);
    List<LedgerEntry> rows = new ArrayList<>(ledger.rows());
    int at = random.nextInt(rows.size());
    LedgerEntry row = rows.get(at);
    rows.set(
        at,
        HashChain.next(
            row.stream(), row.version(), flip(row.payload(), random), row.previousHash()));
    names(ledger.withRows(rows).verify(), name(row));
  }

  @Property(tries = 400)
  void aDroppedRowIsNamed(@ForAll long seed) {
    Random random = new Random(seed);
    SeenLedger ledger = ledger(random);
    List<LedgerEntry> rows = new ArrayList<>(ledger.rows());
    LedgerEntry dropped = rows.remove(random.nextInt(rows.size()));
    names(ledger.withRows(rows).verify(), name(dropped));
  }

  @Property(tries = 400)
  void rowsThatChangedPlacesAreNamedOrTheirSealIs(@ForAll long seed) {
    Random random = new Random(seed);
    SeenLedger ledger = ledger(random);
    List<LedgerEntry> rows = new ArrayList<>(ledger.rows());
    int one = random.nextInt(rows.size());
    int other = (one + 1 + random.nextInt(rows.size() - 1)) % rows.size();
    Collections.swap(rows, one, other);
    int first = Math.min(one, other);
    List<String> moved = new ArrayList<>();
    ledger.rows().subList(first, Math.max(one, other) + 1).forEach(row -> moved.add(name(row)));
    moved.add(sealOver(ledger, first + 1));
    names(ledger.withRows(rows).verify(), moved.toArray(String[]::new));
  }

  private static String sealOver(SeenLedger ledger, long row) {
    long after = 0;
    for (Checkpoint checkpoint : ledger.checkpoints()) {
      if (checkpoint.entries() >= row) {
        return "checkpoint "
            + checkpoint.number()
            + ", rows "
            + (after + 1)
            + " to "
            + checkpoint.entries();
      }
      after = checkpoint.entries();
    }
    throw new AssertionError("the test seals everything");
  }

  @Property(tries = 300)
  void aTruncatedLedgerNamesARowThatIsGone(@ForAll long seed) {
    Random random = new Random(seed);
    SeenLedger ledger = ledger(random);
    int kept = random.nextInt(ledger.rows().size());
    List<LedgerEntry> gone = ledger.rows().subList(kept, ledger.rows().size());
    names(
        ledger.withRows(ledger.rows().subList(0, kept)).verify(),
        gone.stream().map(TamperingTest::name).toArray(String[]::new));
  }

  @Property(tries = 300)
  void aForgedOrRepeatedRowIsNamed(@ForAll long seed) {
    Random random = new Random(seed);
    SeenLedger ledger = ledger(random);
    List<LedgerEntry> rows = new ArrayList<>(ledger.rows());
    LedgerEntry last = rows.get(rows.size() - 1);
    LedgerEntry added =
        switch (random.nextInt(3)) {
          case 0 -> HashChain.next(last.stream(), last.version() + 1, "forged", last.hash());
          case 1 -> HashChain.next(StreamId.parse("new"), 1, "forged", HashChain.GENESIS);
          default -> rows.get(random.nextInt(rows.size()));
        };
    rows.add(added);
    names(ledger.withRows(rows).verify(), name(added));
  }

  @Property(tries = 300)
  void anAlteredOrDroppedCheckpointIsNamed(@ForAll long seed) {
    Random random = new Random(seed);
    SeenLedger ledger = ledger(random);
    List<Checkpoint> checkpoints = new ArrayList<>(ledger.checkpoints());
    int at = random.nextInt(checkpoints.size());
    Checkpoint c = checkpoints.get(at);
    if (random.nextBoolean() && at < checkpoints.size() - 1) {
      checkpoints.remove(at);
    } else {
      checkpoints.set(
          at,
          new Checkpoint(
              c.number(),
              c.at().plusMillis(random.nextInt(2)),
              c.entries(),
              flip(c.rowsHash(), random),
              c.previousHash(),
              c.hash()));
    }
    SeenLedger altered = new SeenLedger(checkpoints, ledger.heads(), ledger.rows());
    assertThat(altered.verify().firstBad().orElseThrow().where()).startsWith("checkpoint ");
  }

  @Property(tries = 400)
  void anyFlippedBitOfAnExportIsFound(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    byte[] file = export(ledger(random));
    assertThat(verify(file).firstBad()).isEmpty();
    file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
    assertThat(verify(file).firstBad()).isPresent();
  }

  @Property(tries = 300)
  void linesThatAreDroppedSwappedOrCutAreFound(@ForAll long seed) throws IOException {
    Random random = new Random(seed);
    String file = new String(export(ledger(random)), StandardCharsets.US_ASCII);
    List<String> lines = new ArrayList<>(file.lines().toList());
    int at = random.nextInt(lines.size() - 1);
    switch (random.nextInt(3)) {
      case 0 -> lines.remove(at);
      case 1 -> Collections.swap(lines, at, at + 1);
      default -> lines = lines.subList(0, at);
    }
    String tampered = String.join("\n", lines) + "\n";
    assertThat(verify(tampered.getBytes(StandardCharsets.US_ASCII)).firstBad()).isPresent();
  }

  private static byte[] export(SeenLedger ledger) {
    StringWriter text = new StringWriter();
    ledger.show(new LedgerWriter(text));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static AuditReport verify(byte[] file) throws IOException {
    return new LedgerReader(new ByteArrayInputStream(file), "ledger.jsonl").verify();
  }
}
