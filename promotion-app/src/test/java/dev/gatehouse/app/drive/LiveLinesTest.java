package dev.gatehouse.app.drive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.testkit.Targets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LiveLinesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final LiveState.Seen RUNNING =
      new LiveState.Seen("OutOfSync", "Healthy", "Running");
  private static final LiveState.Seen DONE = new LiveState.Seen("Synced", "Healthy", "Succeeded");
  private final LiveLines lines = new LiveLines(() -> NOW);

  @Test
  void aTargetIsShownAgainOnlyWhenItLooksDifferent() {
    lines.saw(written("one", "eu-1"), RUNNING);
    lines.saw(written("one", "eu-1"), RUNNING);
    lines.saw(written("one", "eu-1"), DONE);
    lines.saw(written("one", "eu-1"), RUNNING);

    assertThat(shown()).extracting(Sighting::seen).containsExactly(RUNNING, DONE, RUNNING);
    assertThat(shown()).isEmpty();
  }

  @Test
  void targetsAndPromotionsAreToldApart() {
    lines.saw(written("one", "eu-1"), RUNNING);
    lines.saw(written("one", "us-1"), RUNNING);
    lines.saw(written("two", "eu-1"), RUNNING);

    assertThat(shown()).hasSize(3).extracting(Sighting::at).containsOnly(NOW);
  }

  @Test
  void whatNobodyFetchesIsBounded() {
    for (int i = 0; i < 30_000; i++) {
      lines.saw(written("one", "eu-" + i), RUNNING);
    }

    assertThat(shown()).hasSize(10_000);
  }

  private List<Sighting> shown() {
    List<Sighting> all = new ArrayList<>();
    lines.show(all::add);
    return all;
  }

  private static WrittenRevision written(String promotion, String target) {
    return new WrittenRevision(
        new PromotionId(promotion),
        Targets.target(target, "eu"),
        new Revision("a".repeat(40)),
        NOW);
  }
}
