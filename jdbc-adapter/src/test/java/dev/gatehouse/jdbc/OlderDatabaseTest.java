package dev.gatehouse.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.Positioned;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.LedgerReader;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.testkit.contract.Histories;
import dev.gatehouse.testkit.contract.SeenLedger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ledger of an earlier version opens, with everything that it has remembered. */
class OlderDatabaseTest {
  private static final Path GOLDEN = Path.of("../promotion-testkit/src/test/resources/histories");

  @TempDir Path folder;

  @Test
  void anEmbeddedLedgerOfVersionThreeOpensAndStaysIntact() throws SQLException, IOException {
    opens(JdbcSettings.embedded(folder.resolve("ledger")));
  }

  @Test
  void aLedgerOfVersionThreeInPostgresOpensAndStaysIntact() throws SQLException, IOException {
    opens(Postgres.fresh());
  }

  private static void opens(JdbcSettings settings) throws SQLException, IOException {
    SeenLedger before = golden();
    OlderDatabase.fill(settings, before);
    try (JdbcPlatform platform = JdbcPlatform.open(settings)) {
      SeenLedger after = SeenLedger.of(platform.history());
      assertThat(after).isEqualTo(before);
      assertThat(after.verify().firstBad()).isEmpty();
      List<PromotionId> newest = platform.history().find(PromotionQuery.ALL);
      assertThat(newest.stream().map(StreamId::of))
          .containsExactlyInAnyOrderElementsOf(before.heads().keySet());
      List<Recorded> all = before.rows().stream().map(HistoryJson::read).toList();
      assertThat(platform.history().after(0, 10_000).stream().map(Positioned::event))
          .extracting(event -> event.promotion().orElseThrow())
          .isEqualTo(all);
      goesOn(platform, newest.get(0));
    }
  }

  private static void goesOn(JdbcPlatform platform, PromotionId promotion) {
    long version = platform.history().read(promotion).size();
    platform
        .history()
        .append(promotion, version, List.of(Histories.said(promotion, version + 1, "more")));
    platform.history().checkpoint(Histories.AT);
    assertThat(SeenLedger.of(platform.history()).verify().firstBad()).isEmpty();
  }

  /** The golden histories of this repository, one after the other in one ledger. */
  private static SeenLedger golden() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(GOLDEN)) {
      files = all.filter(file -> file.toString().endsWith(".jsonl")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(4);
    Reading reading = new Reading();
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        assertThat(new LedgerReader(in, file.toString()).read(reading)).isEmpty();
      }
    }
    return reading.ledger();
  }

  /** Keeps each promotion once: several files may have one of the same name. */
  private static final class Reading implements LedgerVisitor {
    private final List<LedgerEntry> rows = new ArrayList<>();
    private final Map<StreamId, ChainHead> heads = new HashMap<>();
    private Map<StreamId, ChainHead> added = Map.of();

    @Override
    public void begin(List<Checkpoint> checkpoints, Map<StreamId, ChainHead> ends) {
      added = new HashMap<>(ends);
      added.keySet().removeAll(heads.keySet());
      heads.putAll(added);
    }

    @Override
    public void entry(LedgerEntry entry) {
      if (added.containsKey(entry.stream())) {
        rows.add(entry);
      }
    }

    SeenLedger ledger() {
      return new SeenLedger(List.of(), heads, rows);
    }
  }
}
