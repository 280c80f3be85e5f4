package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ApprovalTest {
  private static final Actor OLGA = Actor.person("olga");
  private static final Actor OTTO = Actor.person("otto");
  private final ManualEngine engine =
      ManualEngine.of(
          Rulebooks.of("shop")
              .stage("prod", "eu-1@eu")
              .person("olga", "owners")
              .person("otto", "owners")
              .person("ann", "owners")
              .person("pat", "owners")
              .person("mia", "others")
              .actor(new Actor("bot", Actor.Kind.ASSISTANT, java.util.Set.of("owners")))
              .actor(Actor.service("ci", "owners"))
              .controls(model -> Controls.approvals(model, 2, "owners")));
  private final PromotionId id = engine.propose(aChange(), "prod").id();

  @Test
  void aQuorumOfTheGroupOpensTheGate() {
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);

    approve(OLGA);
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);

    approve(OTTO);
    engine.runAnyDue();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void theHoldNamesWhoHasApprovedSoFar() {
    engine.runAnyDue();
    approve(OLGA);
    engine.runAnyDue();

    assertThat(hold()).contains("approved so far by olga");
  }

  @Test
  void onePersonFillsOneSeatHoweverOftenTheyApprove() {
    engine.runAnyDue();
    approve(OLGA);
    approve(OLGA);
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(engine.promotion(id).approvals()).hasSize(1);
  }

  @Test
  void authorsProposersStrangersAndAssistantsDoNotApprove() {
    engine.runAnyDue();

    assertThat(refusal(Actor.person("ann"))).isEqualTo("separation-of-duties");
    assertThat(refusal(Actor.person("pat"))).isEqualTo("separation-of-duties");
    assertThat(refusal(Actor.person("mia"))).isEqualTo("approver-not-in-quorum");
    assertThat(refusal(new Actor("bot", Actor.Kind.ASSISTANT, java.util.Set.of("owners"))))
        .isEqualTo("not-allowed");
    assertThat(refusal(Actor.service("ci", "owners"))).isEqualTo("approver-not-a-person");
  }

  @Test
  void anApprovalExpires() {
    engine.runAnyDue();
    approve(OLGA);
    engine.tick(Duration.ofDays(8));
    approve(OTTO);
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
  }

  @Test
  void aNewPlanVoidsEarlierApprovalsAndSaysSo() {
    engine.runAnyDue();
    approve(OLGA);
    String signed = hash();
    moveTheDesiredState();
    approve(OTTO);
    engine.runAnyDue();

    assertThat(hash()).isNotEqualTo(signed);
    assertThat(engine.promotion(id).targets()).isEmpty();
    assertThat(hold()).contains("2 earlier approvals were for another plan and are void");
    assertThat(engine.git().log("main")).hasSize(2);
  }

  @Test
  void theHashOfAnEarlierPlanIsRefused() {
    engine.runAnyDue();
    String signed = hash();
    approve(OLGA);
    moveTheDesiredState();
    approve(OTTO);
    engine.runAnyDue();

    Answer answer = promotions().approve(id, signed, "", "", caller(OLGA));

    assertThat(((Answer.Refused) answer).reason().code().value()).isEqualTo("other-plan");
  }

  @Test
  void aNewPlanGoesOnceItIsApprovedToo() {
    engine.runAnyDue();
    approve(OLGA);
    moveTheDesiredState();
    approve(OTTO);
    engine.runAnyDue();
    approve(OLGA);
    approve(OTTO);
    engine.runAnyDue();

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void anotherChangeNeedsItsOwnApprovals() {
    engine.runAnyDue();
    approve(OLGA);
    PromotionId next = engine.propose(Changes.aChange("shop", "3"), "prod").id();
    engine.runAnyDue();

    assertThat(engine.promotion(next).approvals()).isEmpty();
  }

  private void moveTheDesiredState() {
    engine
        .git()
        .commitFile(
            "main", Rulebooks.file("eu-1"), "image: registry.example/shop:1.5\nreplicas: 2\n");
  }

  private void approve(Actor by) {
    accepted(promotions().approve(id, hash(), "fine", "", caller(by)));
  }

  private String refusal(Actor by) {
    Answer answer = promotions().approve(id, hash(), "", "", caller(by));
    return ((Answer.Refused) answer).reason().code().value();
  }

  private String hash() {
    return engine.promotion(id).plan().orElseThrow().hash().value();
  }

  private String hold() {
    Promotion promotion = engine.promotion(id);
    return promotion.holding().get(0).verdict().holdReason().orElseThrow().what();
  }

  private Promotions promotions() {
    return engine.promotions();
  }
}
