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
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What was given to open a gate can be taken back until the last write. */
class RevocationTest {
  private static final Actor OLGA = Actor.person("olga");
  private static final Actor OTTO = Actor.person("otto");
  private static final Actor ANN = Actor.person("ann");
  private static final Actor MIA = Actor.person("mia");
  private static final Actor ADA = Actor.person("ada");
  private final ManualEngine engine = ManualEngine.of(rules());
  private final PromotionId id = engine.propose(aChange(), "prod").id();

  private static Rulebooks rules() {
    return Rulebooks.of("shop")
        .stage("prod", "eu-1@eu", "us-1@us")
        .person("olga", "owners")
        .person("otto", "owners")
        .person("ann", "owners")
        .person("pat", "owners")
        .person("mia", "others")
        .person("ada", "admins")
        .rights(
            Rights.everywhere(
                Map.of(Verb.ADMINISTER, Set.of("admins"), Verb.WAIVE, Set.of("owners"))))
        .controls(m -> Controls.approvals(Controls.waves(m, Slice.EACH), 1, "owners"));
  }

  @Test
  void aRevokedApprovalClosesTheGateBeforeTheFirstWave() {
    approve(engine, id, OLGA);
    accepted(engine.promotions().revokeApproval(id, "olga", "wrong build", caller(OLGA)));
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(engine.git().log("main")).hasSize(1);
  }

  @Test
  void aRevokedApprovalHoldsTheNextWaveAndAnotherOneGoesOn() {
    engine.live().answer("eu-1", LiveState.Status.PROGRESSING);
    approve(engine, id, OLGA);
    engine.tick(Duration.ofMinutes(1));
    accepted(engine.promotions().revokeApproval(id, "olga", "wrong build", caller(OTTO)));
    engine.live().answer("eu-1", LiveState.Status.LIVE);
    engine.tick(Duration.ofHours(2));

    assertThat(engine.git().log("main")).hasSize(2);
    assertThat(engine.promotion(id).holding())
        .extracting(result -> result.gate())
        .containsExactly(GateName.APPROVAL);
    approve(engine, id, OTTO);
    engine.tick(Duration.ofMinutes(1));
    engine.tick(Duration.ofMinutes(1));
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.SUCCEEDED);
  }

  @Test
  void aRevokedApprovalHoldsATargetWhoseWaveHasStartedAndIsNotWritten() {
    engine.runAnyDue();
    String hash = engine.promotion(id).plan().orElseThrow().hash().value();
    accepted(engine.promotions().approve(id, hash, "", "", caller(OLGA)));
    engine.wakeUps().runNext();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.RUNNING);

    accepted(engine.promotions().revokeApproval(id, "olga", "wrong build", caller(OLGA)));
    engine.tick(Duration.ofMinutes(2));
    assertThat(engine.git().log("main")).hasSize(1);
    assertThat(engine.promotion(id).inFlight().get(0).reason().orElseThrow().code())
        .hasToString("approval-missing");

    accepted(engine.promotions().approve(id, hash, "", "", caller(OTTO)));
    engine.runAnyDue();
    assertThat(engine.git().log("main").size()).isGreaterThan(1);
  }

  @Test
  void aRevokedWaiverClosesItsGate() {
    waive(engine, id, OLGA);
    accepted(engine.promotions().revokeWaiver(id, GateName.APPROVAL, "over", caller(OTTO)));
    engine.tick(Duration.ofHours(2));

    assertThat(engine.promotion(id).waivers()).isEmpty();
    assertThat(engine.promotion(id).phase()).isEqualTo(PromotionPhase.PENDING);
    assertThat(engine.promotion(id).revocations()).hasSize(1);
  }

  @Test
  void theGiverAPersonOfTheSameSeatAndAnAdministratorMayRevoke() {
    for (Actor by : List.of(OLGA, OTTO, ADA)) {
      approve(engine, id, OLGA);
      waive(engine, id, OLGA);
      accepted(engine.promotions().revokeApproval(id, "OLGA", "wrong build", caller(by)));
      accepted(engine.promotions().revokeWaiver(id, GateName.APPROVAL, "over", caller(by)));
      assertThat(engine.promotion(id).approvals()).as(by.id()).isEmpty();
    }
  }

  @Test
  void authorsAndPeopleOfOtherGroupsMayNotRevoke() {
    approve(engine, id, OLGA);
    waive(engine, id, OLGA);
    for (Actor by : List.of(ANN, MIA, ManualEngine.PROPOSER)) {
      assertThat(code(engine.promotions().revokeApproval(id, "olga", "no", caller(by))))
          .isEqualTo("not-allowed");
      assertThat(code(engine.promotions().revokeWaiver(id, GateName.APPROVAL, "no", caller(by))))
          .isEqualTo("not-allowed");
    }
  }

  @Test
  void afterTheLastWriteThereIsNothingToHoldBack() {
    engine.live().answer("us-1", LiveState.Status.PROGRESSING);
    approve(engine, id, OLGA);
    engine.tick(Duration.ofMinutes(5));
    assertThat(engine.git().log("main")).hasSize(3);

    assertThat(code(engine.promotions().revokeApproval(id, "olga", "late", caller(OLGA))))
        .isEqualTo("too-late-to-revoke");
    engine.live().answer("us-1", LiveState.Status.LIVE);
    engine.tick(Duration.ofHours(1));
    assertThat(code(engine.promotions().revokeApproval(id, "olga", "late", caller(OLGA))))
        .isEqualTo("already-ended");
  }

  @Test
  void revokingTwiceIsRevokingOnce() {
    approve(engine, id, OLGA);
    accepted(engine.promotions().revokeApproval(id, "olga", "wrong build", caller(OLGA)));
    long version = engine.promotion(id).version();
    accepted(engine.promotions().revokeApproval(id, "olga", "wrong build", caller(OLGA)));

    assertThat(engine.promotion(id).version()).isEqualTo(version);
    assertThat(code(engine.promotions().revokeApproval(id, "otto", "none", caller(OTTO))))
        .isEqualTo("nothing-to-revoke");
  }

  /**
   * Whatever was given and taken back in whatever order: nothing more is written than while the
   * gate was open by something that is still in force.
   */
  @Property(tries = 100)
  void revokeClosesWhatItOpened(@ForAll @Size(max = 12) List<@IntRange(max = 6) Integer> acts) {
    ManualEngine run = ManualEngine.of(rules());
    PromotionId of = run.propose(aChange(), "prod").id();
    run.live().answer("eu-1", LiveState.Status.PROGRESSING);
    run.runAnyDue();
    for (int act : acts) {
      boolean open = isOpen(run, of);
      int before = run.git().log("main").size();
      act(run, of, act);
      open |= isOpen(run, of);
      run.runAnyDue();
      run.tick(Duration.ofMinutes(1));
      if (!open) {
        assertThat(run.git().log("main")).hasSize(before);
      }
    }
  }

  private static boolean isOpen(ManualEngine run, PromotionId of) {
    return !run.promotion(of).approvals().isEmpty() || !run.promotion(of).waivers().isEmpty();
  }

  private static void act(ManualEngine run, PromotionId of, int act) {
    List<Runnable> all = new ArrayList<>();
    all.add(() -> tryApprove(run, of, OLGA));
    all.add(() -> tryApprove(run, of, OTTO));
    all.add(() -> run.promotions().waive(of, request(run), caller(OLGA)));
    all.add(() -> run.promotions().revokeApproval(of, "olga", "over", caller(OLGA)));
    all.add(() -> run.promotions().revokeApproval(of, "otto", "over", caller(ADA)));
    all.add(() -> run.promotions().revokeWaiver(of, GateName.APPROVAL, "over", caller(OTTO)));
    all.add(() -> run.live().answer("eu-1", LiveState.Status.LIVE));
    all.get(act).run();
  }

  private static void tryApprove(ManualEngine run, PromotionId of, Actor by) {
    run.promotion(of)
        .plan()
        .ifPresent(plan -> run.promotions().approve(of, plan.hash().value(), "", "", caller(by)));
  }

  private static void approve(ManualEngine run, PromotionId of, Actor by) {
    if (run.promotion(of).plan().isEmpty()) {
      run.runAnyDue();
    }
    String hash = run.promotion(of).plan().orElseThrow().hash().value();
    accepted(run.promotions().approve(of, hash, "", "", caller(by)));
  }

  private static void waive(ManualEngine run, PromotionId of, Actor by) {
    if (run.promotion(of).plan().isEmpty()) {
      run.runAnyDue();
    }
    accepted(run.promotions().waive(of, request(run), caller(by)));
  }

  private static WaiverRequest request(ManualEngine run) {
    return new WaiverRequest(
        GateName.APPROVAL,
        "owners",
        "customers cannot pay",
        Waiver.Scope.PLAN,
        run.clock().instant().plus(Duration.ofHours(4)));
  }

  private static String code(Answer answer) {
    return ((Answer.Refused) answer).reason().code().value();
  }
}
