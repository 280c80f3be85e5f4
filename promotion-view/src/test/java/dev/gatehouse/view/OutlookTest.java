package dev.gatehouse.view;

import static dev.gatehouse.testkit.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.approval.ApprovalCheck;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.Windows;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class OutlookTest {
  private static Rulebooks rules(UnaryOperator<ControlModel> controls) {
    return Rulebooks.of("shop")
        .stage("prod", "eu-1@eu", "eu-2@eu", "us-1@us")
        .person("olga", "owners")
        .person("oskar", "owners")
        .person("ann", "owners")
        .person("pat")
        .controls(controls);
  }

  private static UnaryOperator<ControlModel> approvals(int count) {
    return model -> Controls.approvals(model, count, "owners");
  }

  private static UnaryOperator<ControlModel> canary(int count) {
    return model ->
        Controls.bake(
            Controls.waves(Controls.approvals(model, count, "owners"), Slice.count(1)),
            Duration.ofHours(1));
  }

  private static PromotionId held(ManualEngine engine) {
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    engine.runAnyDue();
    return id;
  }

  private static Outlook outlook(ManualEngine engine, PromotionId id, String person) {
    return found(engine, id, person).orElseThrow();
  }

  private static Optional<Outlook> found(ManualEngine engine, PromotionId id, String person) {
    return Outlook.of(
        engine.promotion(id),
        caller(Actor.person(person)),
        engine.rules().directory(),
        engine.clock().instant());
  }

  private static void approve(ManualEngine engine, PromotionId id, String person) {
    String hash = engine.promotion(id).lastPlan().orElseThrow().hash().value();
    ManualEngine.accepted(
        engine.promotions().approve(id, hash, "", "", caller(Actor.person(person))));
    engine.runAnyDue();
  }

  @Test
  void theLastApprovalSaysWhatIsWrittenNowAndWhatFollows() {
    ManualEngine engine = ManualEngine.of(rules(canary(1)));
    PromotionId id = held(engine);

    assertThat(outlook(engine, id, "olga").ifYouApprove())
        .isEqualTo(
            "If you approve: eu-1 is written now; 2 targets follow after 1 h; nobody else is needed;"
                + " on a failure the wave is reverted automatically.");
    assertThat(outlook(engine, id, "olga").ifYouReject()).contains("nothing was written");
  }

  @Test
  void whatItForetellsIsWhatHappens() {
    ManualEngine engine = ManualEngine.of(rules(canary(1)));
    PromotionId id = held(engine);
    approve(engine, id, "olga");
    engine.tick(Duration.ofMinutes(10));

    Promotion promotion = engine.promotion(id);
    assertThat(promotion.targets()).hasSize(1);
    assertThat(promotion.targets().values())
        .allMatch(target -> target.target().value().equals("eu-1"))
        .allMatch(target -> target.step() == TargetState.Step.LIVE);
  }

  @Test
  void anApprovalThatIsNotTheLastWritesNothing() {
    ManualEngine engine = ManualEngine.of(rules(approvals(2)));
    PromotionId id = held(engine);

    assertThat(outlook(engine, id, "olga").ifYouApprove())
        .isEqualTo(
            "If you approve: nothing is written yet; approval of 1 of owners is still needed.");
    assertThat(outlook(engine, id, "olga").needed()).containsExactly("1 of owners");
  }

  @Test
  void approvingTwiceFillsOneSeat() {
    ManualEngine engine = ManualEngine.of(rules(approvals(2)));
    PromotionId id = held(engine);
    approve(engine, id, "olga");

    assertThat(outlook(engine, id, "olga").needed()).containsExactly("1 of owners");
    assertThat(outlook(engine, id, "oskar").needed()).isEmpty();
  }

  @Test
  void anAuthorReadsWhyTheApprovalDoesNotCount() {
    ManualEngine engine = ManualEngine.of(rules(approvals(1)));
    PromotionId id = held(engine);

    assertThat(outlook(engine, id, "ann").ifYouApprove())
        .startsWith("You cannot approve this: ann wrote or proposed this change");
    assertThat(outlook(engine, id, "ann").refusal().orElseThrow().code())
        .isEqualTo(ApprovalCheck.SEPARATION_OF_DUTIES);
    assertThat(outlook(engine, id, "ann").needed()).containsExactly("1 of owners");
  }

  @Test
  void anotherGateThatHoldsIsNamed() {
    ManualEngine engine =
        ManualEngine.of(
            rules(approvals(1))
                .window(
                    Windows.deny(
                        "sale",
                        java.time.Instant.parse("2026-11-23T09:00:00Z"),
                        Duration.ofHours(1))));
    PromotionId id = held(engine);

    assertThat(outlook(engine, id, "olga").ifYouApprove())
        .isEqualTo(
            "If you approve: nothing is written yet; the gate promotion-window still holds.");
  }

  @Test
  void aConfirmationThatHasToBeTypedIsPartOfTheApproval() {
    ManualEngine engine =
        ManualEngine.of(rules(model -> Controls.confirmed(Controls.approvals(model, 1, "owners"))));
    PromotionId id = held(engine);
    Outlook outlook = outlook(engine, id, "olga");

    assertThat(outlook.typed().orElseThrow()).startsWith("shop to prod ");
    assertThat(outlook.ifYouApprove()).contains("eu-1, eu-2, us-1 are written now");
  }

  @Test
  void aStartedPromotionCannotBeRejectedAndAnEndedOneLeavesNothingToDecide() {
    ManualEngine engine = ManualEngine.of(rules(canary(1)));
    PromotionId id = held(engine);
    approve(engine, id, "olga");
    engine.tick(Duration.ofMinutes(10));
    assertThat(outlook(engine, id, "oskar").ifYouReject()).contains("cannot be rejected");

    engine.tick(Duration.ofHours(3));
    assertThat(found(engine, id, "oskar")).isEmpty();
  }
}
