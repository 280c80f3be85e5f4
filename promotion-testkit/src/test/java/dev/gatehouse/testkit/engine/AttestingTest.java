package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who may record facts, and under which name. */
class AttestingTest {
  private static final StageName PROD = new StageName("prod");
  private static final Duration LONG = Duration.ofHours(12);
  private static final Actor DEV = Actor.person("dora", "devs");
  private static final Actor CI = Actor.service("CI", "pipelines");

  @Test
  void whoMayProposeDoesNotCertifyByThatAlone() {
    ManualEngine engine = engine(Verb.PROPOSE, "devs");
    PromotionId id =
        promotion(engine.promotions().propose(Changes.aChange(), PROD, List.of(), caller(DEV)));
    Reason refused = refused(engine.promotions().attest(id, List.of(fact(engine)), caller(DEV)));
    assertThat(refused.what()).contains("dora may not attest");
    assertThat(refused.next()).contains("Add the groups that may attest to `rights`");
    assertThat(engine.promotion(id).evidence()).isEmpty();
  }

  @Test
  void factsThatComeWithAProposalNeedTheRightToAttest() {
    ManualEngine engine = engine(Verb.ATTEST, "pipelines");
    Reason refused =
        refused(
            engine
                .promotions()
                .propose(Changes.aChange(), PROD, List.of(fact(engine)), caller(DEV)));
    assertThat(refused.what()).contains("nothing was recorded");
    assertThat(refused.next()).startsWith("Propose without facts.").contains("pipelines");
    assertThat(engine.promotions().list(PromotionQuery.ALL, caller(DEV)).found().orElseThrow())
        .isEmpty();
    PromotionId id =
        promotion(engine.promotions().propose(Changes.aChange(), PROD, List.of(), caller(DEV)));
    accepted(engine.promotions().attest(id, List.of(fact(engine)), caller(CI)));
    engine.tick(LONG);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void whereNothingIsRestrictedEveryPersonAndServiceAttests() {
    ManualEngine engine = ManualEngine.of(rules());
    PromotionId id =
        promotion(
            engine
                .promotions()
                .propose(Changes.aChange(), PROD, List.of(fact(engine)), caller(DEV)));
    engine.tick(LONG);
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void theSourceOfAFactIsTheActorWhateverTheCallerWrites() {
    ManualEngine engine = ManualEngine.of(rules());
    PromotionId id =
        promotion(
            engine
                .promotions()
                .propose(Changes.aChange(), PROD, List.of(fact(engine)), caller(DEV)));
    engine.clock().set(engine.clock().instant().plusSeconds(1));
    accepted(engine.promotions().attest(id, List.of(fact(engine)), caller(CI)));
    assertThat(engine.promotion(id).evidence())
        .extracting(Evidence::source)
        .containsExactly(SourceName.of("person:dora"), SourceName.of("service:ci"));
    assertThat(engine.promotion(id).evidence())
        .allSatisfy(
            fact ->
                assertThat(fact.about())
                    .contains(Subject.of(Changes.aChange().application(), PROD)));
  }

  private static ManualEngine engine(Verb verb, String group) {
    return ManualEngine.of(rules().rights(Rights.everywhere(Map.of(verb, Set.of(group)))));
  }

  private static Rulebooks rules() {
    return Rulebooks.of("shop")
        .stage("prod", "eu-1@eu")
        .controls(model -> Controls.evidence(model, "trust.tests"));
  }

  /** Says that another source, which rules may trust, has seen it. */
  private static Evidence fact(ManualEngine engine) {
    return new Evidence.Condition(
        "trust.tests",
        "scanner",
        engine.clock().instant(),
        Evidence.Condition.Status.TRUE,
        "All tests passed.");
  }

  private static PromotionId promotion(Answer answer) {
    return accepted(answer).id();
  }

  private static Reason refused(Answer answer) {
    return ((Answer.Refused) answer).reason();
  }
}
