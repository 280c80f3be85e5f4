package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static dev.gatehouse.testkit.ManualEngine.accepted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.GitFault;
import dev.gatehouse.testkit.GitFaults;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A wave starts when its gates are open, and its first write may come much later. */
class GatesAgainTest {
  private static final Actor OLGA = Actor.person("olga");
  private static final TargetName FIRST = new TargetName("eu-1");
  private final Rulebooks rules =
      Rulebooks.of("shop")
          .stage("prod", "eu-1@eu", "eu-2@eu")
          .controls(model -> Controls.evidence(model, "trust.tests"));
  private final ManualEngine engine = ManualEngine.of(rules);

  @Test
  void aWaiverThatExpiresBetweenTheStartOfAWaveAndItsFirstWriteHoldsTheWrite() {
    PromotionId id = waivedFor(Duration.ofMinutes(10));
    engine.git().faults(push -> push ? GitFault.DOWN : GitFault.NONE);
    engine.tick(Duration.ofMinutes(11));

    engine.git().faults(GitFaults.NONE);
    engine.tick(Duration.ofMinutes(30));

    assertThat(engine.git().log("main")).hasSize(1);
    TargetState waiting = engine.promotion(id).targets().get(FIRST);
    assertThat(waiting.reason().orElseThrow().code()).hasToString("evidence-missing");
  }

  @Test
  void factsThatComeLaterOpenTheWriteThatWasHeld() {
    PromotionId id = waivedFor(Duration.ofMinutes(10));
    engine.git().faults(push -> push ? GitFault.DOWN : GitFault.NONE);
    engine.tick(Duration.ofMinutes(11));
    engine.git().faults(GitFaults.NONE);
    engine.tick(Duration.ofMinutes(30));

    engine.evidence().says("trust.tests", Evidence.Condition.Status.TRUE, engine.clock().instant());
    engine.tick(Duration.ofHours(1));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aWaiverThatExpiresAfterTheFirstWriteLeavesNoWaveHalfDone() {
    PromotionId id = waivedFor(Duration.ofMinutes(10));
    engine
        .git()
        .faults(
            push -> push && engine.git().log("main").size() > 1 ? GitFault.DOWN : GitFault.NONE);
    engine.tick(Duration.ofMinutes(11));

    engine.git().faults(GitFaults.NONE);
    engine.tick(Duration.ofMinutes(10));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  private PromotionId waivedFor(Duration span) {
    PromotionId id = engine.propose(aChange(), "prod").id();
    engine.runAnyDue();
    WaiverRequest request =
        new WaiverRequest(
            GateName.EVIDENCE,
            "olga",
            "the tests run elsewhere today",
            Waiver.Scope.PLAN,
            engine.clock().instant().plus(span));
    accepted(engine.promotions().waive(id, request, caller(OLGA)));
    return id;
  }
}
