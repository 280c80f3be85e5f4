package dev.gatehouse.policy;

import dev.gatehouse.ReferencePage;
import org.junit.jupiter.api.Test;

class ControlModelsPageTest {
  private static final String PAGE =
      """
      # Control models

      What each class and level of risk asks for where `gatehouse.yaml` says nothing. A stage may add to it and never take
      away. The class and level come from the [risk rules](risk-rules.md). This page is written from
      `DefaultControlModels`: `mvn test -pl promotion-core -Dtest=ControlModelsPageTest -Dgatehouse.docs.update=true` writes it
      again.

      ```text
      %s```

      - `one by one` takes one target at a time; `25 %%` brings the total up to a quarter of all targets.
      - `1 of owner` is one person of the group that fills the role `owner` for the application; one person fills one seat.
      - Evidence is named as your pipeline records it; `≤ 7 d` is the oldest it may be.
      - A window in this list binds where `gatehouse.yaml` defines it.
      - No observations are asked for: `bake.samples` counts only where you set `samples` and something reports it, such as
        `gatehouse attest <promotion> bake.samples=120`. A waiver of `bake-samples` lifts them, one of `bake` the time as well.
      - What happens on failure is never freer than the change's reversibility allows.
      """;

  @Test
  void thePageSaysWhatTheModelsSay() {
    ReferencePage.check(
        "control-models.md", PAGE.formatted(ControlModelsText.of(DefaultControlModels.all())));
  }
}
