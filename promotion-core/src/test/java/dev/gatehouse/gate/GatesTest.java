package dev.gatehouse.gate;

import static dev.gatehouse.gate.Asked.about;
import static dev.gatehouse.plan.PlanBuilder.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PlanBuilder;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Every;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Stage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No path skips the list of gates. */
class GatesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Gates GATES = Gates.standard();

  @Test
  void everyGateIsAskedBeforeTheFirstWaveWhateverTheRiskSays() {
    for (RiskLevel level : RiskLevel.values()) {
      assertThat(names(GATES.judge(about(plan().risk(level)).context()))).isEqualTo(GATES.names());
      assertThat(names(GATES.judge(about(plan().risk(level).withoutEffect()).context())))
          .isEqualTo(GATES.names());
    }
  }

  @Test
  void aChangeWithoutEffectIsHeldByWhateverTheStageTheShardAndTheCalendarAskFor() {
    PlanBuilder asking =
        plan()
            .withoutEffect()
            .after(Stage.Requires.ALL, "staging")
            .soak(HOUR)
            .evidence(EvidenceDemand.of("trust.tests"))
            .approval(new ApprovalRule(List.of(Quorum.of(2, "owners")), true, HOUR))
            .typed()
            .risk(RiskLevel.CRITICAL);
    PromotionWindow freeze =
        new PromotionWindow(
            "freeze",
            PromotionWindow.Kind.DENY,
            new Every(Asked.NOON.minus(HOUR), HOUR.multipliedBy(24)),
            HOUR.multipliedBy(2),
            Set.of(),
            Set.of(),
            Set.of(),
            false);
    Shard frozen =
        new Shard(new ShardName("eu"), Shard.Reach.EXECUTABLE, 1, Optional.of("storage work"));
    List<GateResult> results =
        GATES.judge(
            about(asking).window(freeze).shard(frozen).behind("shop-production-1").context());

    assertThat(results.stream().filter(r -> !r.verdict().opens()).map(GateResult::gate))
        .contains(
            GateName.STAGE_ORDER,
            GateName.STAGE_FREE,
            GateName.SOAK_TIME,
            GateName.EVIDENCE,
            GateName.APPROVAL,
            GateName.PROMOTION_WINDOW,
            GateName.SHARD);
  }

  @Test
  void aFactThatHasBecomeFalseHoldsALaterWaveAndALaterWrite() {
    Asked asked =
        about(plan().evidence(EvidenceDemand.of("trust.tests")))
            .wave(2)
            .fact("trust.tests", Status.FALSE, Duration.ofMinutes(1));
    for (List<GateResult> results :
        List.of(GATES.judge(asked.context()), GATES.judgeAgain(asked.context()))) {
      assertThat(results)
          .anySatisfy(
              result -> {
                assertThat(result.gate()).isEqualTo(GateName.EVIDENCE);
                assertThat(result.verdict().opens()).isFalse();
              });
    }
  }

  @Test
  void anApprovalThatHasExpiredSinceDoesNotHoldALaterWave() {
    Asked asked =
        about(plan().approval(new ApprovalRule(List.of(Quorum.of(1, "owners")), true, HOUR)));
    Actor olga = Actor.person("olga", "owners");
    asked.approved(olga, asked.plan().hash(), Asked.NOON.minus(HOUR.multipliedBy(2)));
    assertThat(GATES.judge(asked.context())).anyMatch(r -> r.gate().equals(GateName.APPROVAL));
    assertThat(GATES.judge(asked.wave(2).context())).allMatch(r -> r.verdict().opens());
  }

  private static List<GateName> names(List<GateResult> results) {
    return results.stream().map(GateResult::gate).toList();
  }
}
