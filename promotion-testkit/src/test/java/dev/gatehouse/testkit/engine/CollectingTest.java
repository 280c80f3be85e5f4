package dev.gatehouse.testkit.engine;

import static dev.gatehouse.evidence.Evidence.Condition.Status.FALSE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.TRUE;
import static dev.gatehouse.evidence.Evidence.Condition.Status.UNKNOWN;
import static dev.gatehouse.testkit.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Sources are asked by wake-ups of their own, and what they say is recorded when it is news. */
class CollectingTest {
  private static final String CHECK = "trust.tests";
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void whatASourceSaysIsRecordedUnderItsNameAndOpensTheGate() {
    ManualEngine engine = engine(model -> Controls.evidence(model, CHECK));
    says(engine, TRUE);
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    engine.tick(HOUR);
    Promotion promotion = engine.promotion(id);
    assertThat(promotion.phase()).isEqualTo(PromotionPhase.SUCCEEDED);
    assertThat(promotion.evidence())
        .singleElement()
        .satisfies(
            fact -> {
              assertThat(fact.source()).isEqualTo(SourceName.of("scripted"));
              assertThat(fact.about().orElseThrow().text()).isEqualTo("shop, stage prod");
            });
  }

  @Test
  void aSourceThatSaysTheSameIsNotRecordedAgain() {
    ManualEngine engine = engine(model -> Controls.evidence(model, CHECK));
    says(engine, FALSE);
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    engine.tick(HOUR);
    long version = engine.promotion(id).version();
    says(engine, FALSE);
    engine.tick(HOUR.multipliedBy(5));
    assertThat(engine.evidence().asked()).isGreaterThan(50);
    assertThat(engine.promotion(id).version()).isEqualTo(version);
    says(engine, TRUE);
    engine.tick(MINUTE.multipliedBy(10));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aRecheckAsksTheSourcesNowWhateverTimeTheyNamed() {
    ManualEngine engine = engine(model -> Controls.evidence(model, CHECK));
    says(engine, FALSE);
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    engine.tick(Duration.ofSeconds(5));
    int asked = engine.evidence().asked();
    says(engine, TRUE);
    engine.tick(Duration.ofSeconds(5));
    assertThat(engine.evidence().asked()).isEqualTo(asked);
    engine.promotions().recheck(id, caller(ManualEngine.PROPOSER));
    engine.tick(Duration.ofSeconds(5));
    assertThat(engine.evidence().asked()).isGreaterThan(asked);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aSourceThatKeepsConfirmingNeverGrowsStale() {
    ManualEngine engine =
        engine(
            model ->
                Controls.demands(
                    model, EvidenceDemand.of(CHECK, HOUR), EvidenceDemand.of("trust.signed")));
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    for (int i = 0; i < 40; i++) {
      says(engine, TRUE);
      engine.tick(MINUTE.multipliedBy(5));
    }
    assertThat(
            engine.promotion(id).holding().stream()
                .flatMap(gate -> gate.verdict().holdReason().stream())
                .map(reason -> reason.what()))
        .singleElement()
        .asString()
        .contains("trust.signed")
        .doesNotContain(CHECK);
    assertThat(engine.promotion(id).evidence()).hasSizeBetween(5, 9);
  }

  @Test
  void aSourceThatIsDownIsUnknownAndTheReasonNamesItAndWhenItIsAskedAgain() {
    ManualEngine engine = engine(model -> Controls.evidence(model, CHECK));
    engine.evidence().down(true);
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    engine.tick(Duration.ofSeconds(5));
    Evidence.Condition fact = (Evidence.Condition) engine.promotion(id).evidence().get(0);
    assertThat(fact.status()).isEqualTo(UNKNOWN);
    assertThat(fact.detail())
        .contains("scripted gave no answer: The source is down", "asked again at");
    engine.tick(MINUTE.multipliedBy(20));
    assertThat(engine.promotion(id).evidence()).as("an outage is recorded once").hasSize(1);
    engine.evidence().down(false);
    says(engine, TRUE);
    engine.tick(MINUTE.multipliedBy(2));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aFactThatTurnsFalseWhileAWaveBakesIsRecordedAndStopsTheNextWave() {
    ManualEngine engine =
        engine(
            model ->
                Controls.bake(
                    Controls.waves(Controls.evidence(model, CHECK), Slice.count(1)), HOUR));
    says(engine, TRUE);
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    engine.tick(MINUTE.multipliedBy(10));
    assertThat(engine.promotion(id).wave()).isEqualTo(1);
    says(engine, FALSE);
    engine.tick(HOUR.multipliedBy(4));
    assertThat(engine.promotion(id).wave()).isEqualTo(1);
    assertThat(engine.promotion(id).evidence()).hasSize(2);
    assertThat(engine.promotion(id).holding())
        .singleElement()
        .satisfies(
            gate ->
                assertThat(gate.verdict().holdReason().orElseThrow().code().value())
                    .isEqualTo("evidence-negative"));
  }

  @Test
  void aSourceThatTheRulesDoNotTrustIsNotAsked() {
    ManualEngine engine =
        engine(
            model ->
                Controls.demands(
                    model, EvidenceDemand.of(CHECK).from(SourceName.of("service:ci"))));
    engine.propose(Changes.aChange(), "prod");
    engine.tick(HOUR);
    assertThat(engine.evidence().asked()).isZero();
  }

  private static void says(ManualEngine engine, Evidence.Condition.Status status) {
    engine.evidence().says(CHECK, status, engine.clock().instant());
  }

  private static ManualEngine engine(UnaryOperator<ControlModel> controls) {
    return ManualEngine.of(
        Rulebooks.of("shop").stage("prod", "eu-1@eu", "eu-2@eu").controls(controls));
  }
}
