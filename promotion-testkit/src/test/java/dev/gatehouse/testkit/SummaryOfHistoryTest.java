package dev.gatehouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.history.ChainHead;
import dev.gatehouse.history.Checkpoint;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerVisitor;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.json.HistoryJson;
import dev.gatehouse.json.LedgerReader;
import dev.gatehouse.json.SummaryJson;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A summary that is folded event by event says what the whole history says. */
class SummaryOfHistoryTest {
  @ParameterizedTest
  @ValueSource(strings = {"aborted", "approved", "drifted", "rolled-back"})
  void afterEveryEventTheSummaryIsThatOfTheWholePromotion(String name) throws IOException {
    int compared = 0;
    for (List<Recorded> history : golden(name)) {
      PromotionSummary kept = PromotionSummary.of(history.subList(0, 1));
      for (int end = 1; end <= history.size(); end++) {
        if (end > 1) {
          kept = kept.after(history.subList(end - 1, end));
        }
        assertThat(kept).isEqualTo(Promotion.of(history.subList(0, end)).summary());
        assertThat(SummaryJson.read(SummaryJson.text(kept))).isEqualTo(kept);
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(5);
  }

  private static List<List<Recorded>> golden(String name) throws IOException {
    Map<PromotionId, List<Recorded>> histories = new LinkedHashMap<>();
    try (InputStream in =
        SummaryOfHistoryTest.class.getResourceAsStream("/histories/" + name + ".jsonl")) {
      LedgerVisitor keeper =
          new LedgerVisitor() {
            @Override
            public void begin(List<Checkpoint> checkpoints, Map<StreamId, ChainHead> heads) {}

            @Override
            public void entry(LedgerEntry entry) {
              Recorded recorded = HistoryJson.read(entry);
              histories
                  .computeIfAbsent(recorded.promotion(), id -> new ArrayList<>())
                  .add(recorded);
            }
          };
      assertThat(new LedgerReader(in, name).read(keeper)).isEmpty();
    }
    return List.copyOf(histories.values());
  }
}
