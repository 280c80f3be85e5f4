package dev.gatehouse.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.WaiverRules;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WaiverTest {
  private static final Instant NOW = Instant.parse("2026-03-04T12:00:00Z");
  private static final PlanHash HASH = new PlanHash("a".repeat(64));
  private static final Optional<PlanHash> NOW_THIS = Optional.of(HASH);
  private static final Optional<PlanHash> NOW_ANOTHER = Optional.of(new PlanHash("b".repeat(64)));

  @Test
  void aCompleteWaiverHasNoProblem() {
    assertThat(waiver(GateName.SOAK_TIME, Waiver.Scope.PROMOTION).problem(NOW, WaiverRules.DEFAULT))
        .isEmpty();
  }

  @Test
  void everyPartIsNeeded() {
    assertProblem(waiver("", "a good reason", NOW.plusSeconds(60)), "names no owner");
    assertProblem(waiver("ole", " ", NOW.plusSeconds(60)), "gives no reason");
    assertProblem(waiver("ole", "because", NOW.plusSeconds(60)), "less than ten characters");
    assertProblem(
        waiver("ole", "         because", NOW.plusSeconds(60)), "less than ten characters");
    assertProblem(waiver("ole", "a good reason", NOW), "has already expired");
  }

  @Test
  void aWaiverOfRiskDoesNotOutliveItsPlan() {
    assertProblem(waiver(GateName.RISK, Waiver.Scope.PROMOTION), "outlive the plan");
    assertThat(waiver(GateName.RISK, Waiver.Scope.PLAN).problem(NOW, WaiverRules.DEFAULT))
        .isEmpty();
  }

  @Test
  void itLiftsItsGateForItsPlanUntilItEnds() {
    Waiver waiver = waiver(GateName.SOAK_TIME, Waiver.Scope.PLAN);
    assertThat(waiver.lifts(GateName.SOAK_TIME, NOW_THIS, NOW, false)).isTrue();
    assertThat(waiver.lifts(GateName.APPROVAL, NOW_THIS, NOW, false)).isFalse();
    assertThat(waiver.lifts(GateName.SOAK_TIME, NOW_ANOTHER, NOW, false)).isFalse();
    assertThat(waiver.lifts(GateName.SOAK_TIME, NOW_THIS, NOW.plusSeconds(60), false)).isFalse();
  }

  @Test
  void itOutlivesThePlanOnlyIfItsScopeSaysSo() {
    Waiver waiver = waiver(GateName.SOAK_TIME, Waiver.Scope.PROMOTION);
    assertThat(waiver.lifts(GateName.SOAK_TIME, NOW_ANOTHER, NOW, false)).isTrue();
    assertThat(waiver.lifts(GateName.SOAK_TIME, Optional.empty(), NOW, false)).isTrue();
  }

  @Test
  void whereTwoPeopleAreAskedItNeedsTheSecond() {
    Waiver waiver = waiver(GateName.SOAK_TIME, Waiver.Scope.PLAN);
    assertThat(waiver.lifts(GateName.SOAK_TIME, NOW_THIS, NOW, true)).isFalse();
    assertThat(waiver.confirmed("pam").lifts(GateName.SOAK_TIME, NOW_THIS, NOW, true)).isTrue();
  }

  private static void assertProblem(Waiver waiver, String words) {
    assertThat(waiver.problem(NOW, WaiverRules.DEFAULT))
        .hasValueSatisfying(reason -> assertThat(reason.what()).contains(words));
  }

  private static Waiver waiver(GateName gate, Waiver.Scope scope) {
    return new Waiver(
        gate, "ole", "a good reason", scope, HASH, NOW.plusSeconds(60), "ole", Optional.empty());
  }

  private static Waiver waiver(String owner, String why, Instant expires) {
    return new Waiver(
        GateName.SOAK_TIME, owner, why, Waiver.Scope.PLAN, HASH, expires, "ole", Optional.empty());
  }
}
