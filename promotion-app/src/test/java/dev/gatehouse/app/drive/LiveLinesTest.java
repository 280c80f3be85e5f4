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
  private static final LiveState.Observed RUNNING =
      new LiveState.Observed("OutOfSync", "Healthy", "Running");
  private static final LiveState.Observed DONE =
      new LiveState.Observed("Synced", "Healthy", "Succeeded");
  private final LiveLines lines = new LiveLines(() -> NOW);

  @Test
  void aTargetIsShownAgainOnlyWhenItLooksDifferent() {
    lines.observed(written("one", "eu-1"), RUNNING);
    lines.observed(written("one", "eu-1"), RUNNING);
    lines.observed(written("one", "eu-1"), DONE);
    lines.observed(written("one", "eu-1"), RUNNING);

    assertThat(shown()).extracting(Observation::seen).containsExactly(RUNNING, DONE, RUNNING);
    assertThat(shown()).isEmpty();
  }

  @Test
  void targetsAndPromotionsAreToldApart() {
    lines.observed(written("one", "eu-1"), RUNNING);
    lines.observed(written("one", "us-1"), RUNNING);
    lines.observed(written("two", "eu-1"), RUNNING);

    assertThat(shown()).hasSize(3).extracting(Observation::at).containsOnly(NOW);
  }

  @Test
  void whatNobodyFetchesIsBounded() {
    for (int i = 0; i < 30_000; i++) {
      lines.observed(written("one", "eu-" + i), RUNNING);
    }

    assertThat(shown()).hasSize(10_000);
  }

  private List<Observation> shown() {
    List<Observation> all = new ArrayList<>();
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
