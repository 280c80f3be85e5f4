package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskFactor;
import dev.gatehouse.risk.RiskModel;
import dev.gatehouse.risk.StandardRiskModel;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** F16: a secret in a text that a person or a program brings is hidden before it is recorded. */
class SecretsInTextsTest {
  private static final String SECRET = "ghp_abcdefghijklmnop0123456789";
  private static final Actor OLGA = Actor.person("olga");
  private final Rulebooks rules =
      Rulebooks.of("shop")
          .stage("prod", "eu-1@eu")
          .person("olga", "owners")
          .person("otto", "owners")
          .person("pat", "owners")
          .controls(model -> Controls.approvals(model, 2, "owners"));
  private final ManualEngine engine = ManualEngine.of(rules);

  @Test
  void aSecretInATitleIsNotRecorded() {
    PromotionId id = engine.propose(titled("rotate " + SECRET), "prod").id();
    engine.runAnyDue();
    recorded(engine, id, "rotate (hidden)");
  }

  @Test
  void aSecretInACommentIsNotRecorded() {
    PromotionId id = proposed();
    String plan = engine.promotion(id).plan().orElseThrow().hash().value();
    accepted(engine.promotions().approve(id, plan, "use " + SECRET, "", caller(OLGA)));
    recorded(engine, id, "use (hidden)");
  }

  @Test
  void aSecretInTheReasonOfARejectionIsNotRecorded() {
    PromotionId id = proposed();
    accepted(engine.promotions().reject(id, "leaks " + SECRET, caller(OLGA)));
    recorded(engine, id, "leaks (hidden)");
  }

  @Test
  void aSecretInTheReasonOfAnAbortIsNotRecorded() {
    PromotionId id = proposed();
    accepted(engine.promotions().abort(id, "leaks " + SECRET, caller(OLGA)));
    engine.runAnyDue();
    recorded(engine, id, "leaks (hidden)");
  }

  @Test
  void aSecretInTheReasonOfAWaiverIsNotRecorded() {
    PromotionId id = proposed();
    engine
        .promotions()
        .waive(
            id,
            new WaiverRequest(
                new GateName("soak-time"),
                "otto",
                "as " + SECRET,
                Waiver.Scope.PLAN,
                engine.clock().instant().plus(Duration.ofHours(1))),
            caller(OLGA));
    recorded(engine, id, "as (hidden)");
  }

  @Test
  void aSecretInAFactsDetailIsNotRecordedAndTheFactIsRecordedOnce() {
    PromotionId id = proposed();
    Evidence fact =
        new Evidence.Condition(
            "trust.tests",
            "ci",
            engine.clock().instant(),
            Evidence.Condition.Status.TRUE,
            "https://ci:" + SECRET + "@ci.example/1");
    accepted(engine.promotions().attest(id, List.of(fact), caller(OLGA)));
    accepted(engine.promotions().attest(id, List.of(fact), caller(OLGA)));
    recorded(engine, id, "(hidden)");
    assertThat(engine.promotion(id).evidence()).hasSize(1);
  }

  @Test
  void aSecretInARiskSentenceIsNotRecordedAndTheHoldIsRecordedOnce() {
    ManualEngine leaking =
        new ManualEngine(rules.build(), rules.repository(), leaking(StandardRiskModel.standard()));
    PromotionId id = leaking.propose(titled("x"), "prod").id();
    leaking.runAnyDue();
    recorded(leaking, id, "sets TOKEN to (hidden)");
    int rows = leaking.store().read(id).size();
    leaking.tick(Duration.ofHours(3));
    leaking.runAnyDue();
    assertThat(leaking.store().read(id)).hasSize(rows);
  }

  private static RiskModel leaking(RiskModel model) {
    return input -> {
      RiskAssessment found = model.assess(input);
      List<RiskFactor> factors = new ArrayList<>();
      found
          .factors()
          .forEach(
              f ->
                  factors.add(
                      new RiskFactor(
                          f.rule(),
                          f.changeClass(),
                          f.floor(),
                          f.reversibility(),
                          f.file(),
                          f.object(),
                          f.field(),
                          "sets TOKEN to " + SECRET,
                          f.blocker())));
      return new RiskAssessment(
          found.changeClass(),
          found.level(),
          found.reversibility(),
          found.exposure(),
          factors,
          found.effect());
    };
  }

  private PromotionId proposed() {
    PromotionId id = engine.propose(Changes.aChange(), "prod").id();
    engine.runAnyDue();
    return id;
  }

  private static Change titled(String title) {
    Change change = Changes.aChange();
    return new Change(
        change.application(), change.artifacts(), Optional.empty(), change.authors(), title);
  }

  private static void recorded(ManualEngine engine, PromotionId id, String shown) {
    assertThat(engine.store().read(id).toString()).contains(shown).doesNotContain(SECRET);
  }
}
