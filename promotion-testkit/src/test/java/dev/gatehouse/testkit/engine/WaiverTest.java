package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaiverTest {
  private static final Actor OLGA = Actor.person("olga");
  private static final Actor OTTO = Actor.person("otto");
  private static final FixedRisk CRITICAL =
      FixedRisk.of(ChangeClass.MIGRATION, RiskLevel.CRITICAL, Reversibility.R0);
  private final Rulebooks rules =
      Rulebooks.of("shop")
          .stage("prod", "eu-1@eu")
          .controls(model -> Controls.evidence(model, "trust.tests"));

  @Test
  void waiverNeedsAnOwnerAReasonAndAnEndInTheFuture() {
    ManualEngine engine = ManualEngine.of(rules);
    PromotionId id = held(engine);

    assertThat(refusal(engine, id, "", "the tests run elsewhere", 1))
        .isEqualTo("waiver-incomplete");
    assertThat(refusal(engine, id, "olga", "because", 1)).isEqualTo("waiver-incomplete");
    assertThat(refusal(engine, id, "olga", "the tests run elsewhere", 0))
        .isEqualTo("waiver-incomplete");
    assertThat(engine.promotion(id).waivers()).isEmpty();
  }

  @Test
  void waiverLiftsItsGateAndIsOnRecord() {
    ManualEngine engine = ManualEngine.of(rules);
    PromotionId id = held(engine);

    accepted(waive(engine, id, OLGA, Waiver.Scope.PLAN));
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(engine.promotion(id).waivers().get(0).owner()).isEqualTo("olga");
  }

  @Test
  void anExpiredWaiverLiftsNothing() {
    ManualEngine engine = ManualEngine.of(rules.person("olga").person("pat"));
    engine.rules(
        rules
            .window(
                dev.gatehouse.testkit.Windows.deny(
                    "night", engine.clock().instant(), Duration.ofHours(3)))
            .build());
    PromotionId id = held(engine);

    accepted(waive(engine, id, OLGA, Waiver.Scope.PROMOTION));
    engine.tick(Duration.ofHours(4));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(engine.promotion(id).holding())
        .extracting(result -> result.gate())
        .containsExactly(GateName.EVIDENCE);
  }

  @Test
  void waiverOfACriticalRiskNeedsTwoPeople() {
    ManualEngine engine = new ManualEngine(rules.build(), rules.repository(), CRITICAL);
    PromotionId id = held(engine);

    accepted(waive(engine, id, OLGA, Waiver.Scope.PLAN));
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);

    Answer same = engine.promotions().confirmWaiver(id, GateName.EVIDENCE, caller(OLGA));
    assertThat(((Answer.Refused) same).reason().code().value()).isEqualTo("second-person-needed");

    accepted(engine.promotions().confirmWaiver(id, GateName.EVIDENCE, caller(OTTO)));
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void nobodyConfirmsTheirOwnWaiverByConfirmingAnothersThatIsVoid() {
    ManualEngine engine =
        new ManualEngine(
            rules
                .controls(m -> Controls.approvals(Controls.evidence(m, "trust.tests"), 1, "x"))
                .build(),
            rules.repository(),
            CRITICAL);
    PromotionId id = held(engine);
    accepted(waive(engine, id, OLGA, Waiver.Scope.PROMOTION));
    accepted(waive(engine, id, OTTO, Waiver.Scope.PROMOTION));

    accepted(engine.promotions().confirmWaiver(id, GateName.EVIDENCE, caller(OTTO)));

    assertThat(engine.promotion(id).waivers())
        .filteredOn(waiver -> waiver.grantedBy().equals("otto"))
        .allMatch(waiver -> waiver.confirmedBy().isEmpty());
  }

  @Test
  void aBlockedChangeGoesOnlyWithAWaiverOfItsPlan() {
    ManualEngine engine =
        new ManualEngine(
            rules.controls(m -> m).build(), rules.repository(), FixedRisk.LOW.blocked("Add it."));
    PromotionId id = held(engine);
    assertThat(engine.promotion(id).isRefused()).isTrue();

    WaiverRequest tooWide =
        new WaiverRequest(
            GateName.RISK,
            "olga",
            "we know what we do here",
            Waiver.Scope.PROMOTION,
            engine.clock().instant().plusSeconds(60));
    assertThat(engine.promotions().waive(id, tooWide, caller(OLGA)))
        .isInstanceOf(Answer.Refused.class);

    WaiverRequest plan =
        new WaiverRequest(
            GateName.RISK,
            "olga",
            "we know what we do here",
            Waiver.Scope.PLAN,
            engine.clock().instant().plusSeconds(60));
    accepted(engine.promotions().waive(id, plan, caller(OLGA)));
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  private static PromotionId held(ManualEngine engine) {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
    return id;
  }

  private static Answer waive(ManualEngine engine, PromotionId id, Actor by, Waiver.Scope scope) {
    return waive(engine, id, by, by.id(), "the tests run elsewhere", scope, 60);
  }

  private static Answer waive(
      ManualEngine engine,
      PromotionId id,
      Actor by,
      String owner,
      String why,
      Waiver.Scope scope,
      int minutes) {
    return engine
        .promotions()
        .waive(
            id,
            new WaiverRequest(
                GateName.EVIDENCE,
                owner,
                why,
                scope,
                engine.clock().instant().plus(Duration.ofMinutes(minutes))),
            caller(by));
  }

  private static String refusal(
      ManualEngine engine, PromotionId id, String owner, String why, int minutes) {
    Answer answer = waive(engine, id, OLGA, owner, why, Waiver.Scope.PLAN, minutes);
    return ((Answer.Refused) answer).reason().code().value();
  }
}
