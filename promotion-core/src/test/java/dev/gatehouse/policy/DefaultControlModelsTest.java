package dev.gatehouse.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultControlModelsTest {
  private static final ControlModels MODELS = DefaultControlModels.all();

  @Test
  void everyClassAndLevelHasAModelAndAGapIsRefused() {
    assertThat(MODELS.models()).hasSize(12);
    List<ControlModel> gap = new ArrayList<>(MODELS.models());
    gap.remove(0);
    assertThatThrownBy(() -> new ControlModels(gap)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void onlyALowRiskApplicationChangeNeedsNoDecision() {
    for (ControlModel model : MODELS.models()) {
      boolean low =
          model.changeClass() == ChangeClass.APPLICATION && model.level() == RiskLevel.LOW;
      assertThat(model.approval().quorums().isEmpty()).as(model.name()).isEqualTo(low);
    }
  }

  @Test
  void aHigherLevelNeverAsksForLess() {
    ControlModel less = MODELS.models().get(0);
    for (ControlModel more : MODELS.models()) {
      if (more.changeClass() == less.changeClass()) {
        assertThat(more.level()).isGreaterThanOrEqualTo(less.level());
        assertThat(more.approval().seats()).isGreaterThanOrEqualTo(less.approval().seats());
        assertThat(more.firstBake().time()).isGreaterThanOrEqualTo(less.firstBake().time());
        assertThat(more.wayBack()).isGreaterThanOrEqualTo(less.wayBack());
      }
      less = more;
    }
  }

  @Test
  void criticalAsksToTypeWhatIsAtStakeAndNothingElseDoes() {
    assertThat(MODELS.models())
        .allMatch(model -> model.typedConfirmation() == (model.level() == RiskLevel.CRITICAL));
  }

  @Test
  void aMigrationGoesForwardWithThreeRoles() {
    ControlModel model = MODELS.of(ChangeClass.MIGRATION, RiskLevel.HIGH);
    assertThat(model.wayBack()).isEqualTo(WayBack.FORWARD);
    assertThat(model.approval().quorums())
        .containsExactly(
            Quorum.of(1, "platform"), Quorum.of(1, "data-owner"), Quorum.of(1, "executor"));
  }
}
