package dev.gatehouse.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Wait;
import dev.gatehouse.promotion.Waits;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotionFieldsTest {
  private static final StepWording SILENT = step -> Optional.empty();
  private static final StepWording PAGE = step -> Optional.of("button " + step.kind());

  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop")
              .stage("prod", "eu-1@eu")
              .person("olga", "owners")
              .person("pat")
              .controls(model -> Controls.approvals(model, 1, "owners")));
  private final Promotion held = held();

  private Promotion held() {
    Promotion proposed = engine.propose(Changes.aChange(), "prod");
    engine.runAnyDue();
    return engine.promotion(proposed.id());
  }

  @Test
  void aHostWordsTheNextStepsOfAHeldPromotion() {
    assertThat(text(PAGE)).contains("\"standing\": \"held\"").contains("button APPROVE");
    assertThat(text(SILENT)).contains("\"standing\": \"held\"").doesNotContain("button");
  }

  @Test
  void theWordingOfAHostChangesNoField() {
    assertThat(names(text(PAGE))).isEqualTo(names(text(SILENT))).hasSizeGreaterThan(30);
  }

  private String text(StepWording words) {
    List<Wait> waits = Waits.of(held, engine.rules(), engine.clock().instant());
    return JsonText.of(PromotionFields.of(held, waits, words)).replace("\" : ", "\": ");
  }

  private static List<String> names(String json) {
    return json.lines()
        .filter(line -> line.contains("\": "))
        .map(line -> line.replaceFirst("\": .*", "").strip())
        .toList();
  }
}
