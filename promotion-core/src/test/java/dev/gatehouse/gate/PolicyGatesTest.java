package dev.gatehouse.gate;

import static dev.gatehouse.gate.Asked.NOON;
import static dev.gatehouse.gate.Asked.about;
import static dev.gatehouse.plan.PlanBuilder.plan;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.approval.Waiver;
import dev.gatehouse.gate.GateVerdict.Outcome;
import dev.gatehouse.plan.PlanBuilder;
import dev.gatehouse.policy.Every;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.PromotionWindow.Kind;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskFactor;
import dev.gatehouse.risk.RiskLevel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The gates of policy: windows, what risk refuses, and waivers over all of them. */
class PolicyGatesTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final RiskFactor BLOCKER = factor(Optional.of("List the policies."));

  @Test
  void withoutWindowsAnyTimeIsGood() {
    assertThat(window(about(plan())).opens()).isTrue();
  }

  @Test
  void activeDenyWindowHoldsEvenInsideAnAllowWindow() {
    GateVerdict verdict = window(about(plan()).window(open(Kind.ALLOW)).window(open(Kind.DENY)));
    assertThat(verdict.holdReason().orElseThrow().code().value()).isEqualTo("freeze");
    assertThat(verdict.looksAgainAt()).contains(NOON.plus(HOUR));
  }

  @Test
  void aDenyWindowThatIsOverDoesNotHold() {
    assertThat(window(about(plan()).window(closed(Kind.DENY))).opens()).isTrue();
  }

  @Test
  void outsideEveryAllowWindowHoldsUntilTheFirstOpens() {
    GateVerdict verdict = window(about(plan()).window(closed(Kind.ALLOW)));
    assertThat(verdict.holdReason().orElseThrow().code().value()).isEqualTo("outside-window");
    assertThat(verdict.looksAgainAt()).contains(NOON.plus(Duration.ofHours(20)));
    assertThat(window(about(plan()).window(closed(Kind.ALLOW)).window(open(Kind.ALLOW))).opens())
        .isTrue();
  }

  @Test
  void aWindowForAnotherClassOrUnaskedForDoesNotBind() {
    PromotionWindow other =
        new PromotionWindow(
            "w",
            Kind.DENY,
            at(NOON.minus(HOUR)),
            HOUR.multipliedBy(2),
            Set.of(ChangeClass.MIGRATION),
            Set.of(),
            Set.of(),
            false);
    PromotionWindow request =
        new PromotionWindow(
            "office",
            Kind.DENY,
            at(NOON.minus(HOUR)),
            HOUR.multipliedBy(2),
            Set.of(),
            Set.of(),
            Set.of(),
            true);
    assertThat(window(about(plan()).window(other).window(request)).opens()).isTrue();
    assertThat(window(about(plan().windows("office")).window(request)).opens()).isFalse();
  }

  @Test
  void riskRefusesWhatARuleBlocksAndSaysWhatToDo() {
    RiskGate gate = new RiskGate();
    assertThat(
            gate.judge(about(plan().risk(RiskLevel.HIGH, factor(Optional.empty()))).context())
                .opens())
        .isTrue();
    GateVerdict verdict = gate.judge(about(plan().risk(RiskLevel.CRITICAL, BLOCKER)).context());
    assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(verdict.holdReason().orElseThrow().what()).contains("X3", "the sentence");
    assertThat(verdict.holdReason().orElseThrow().next()).contains("List the policies.");
  }

  @Test
  void aWaiverOpensItsGateAndNoOther() {
    Asked asked = about(blocked(RiskLevel.MEDIUM));
    asked.waived(waiver(asked, GateName.EVIDENCE));
    assertThat(risk(asked).outcome()).isEqualTo(Outcome.FAILED);
    asked.waived(waiver(asked, GateName.RISK));
    assertThat(risk(asked).outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(risk(asked).opens()).isTrue();
  }

  @Test
  void aCriticalChangeNeedsASecondPersonForAWaiver() {
    Asked asked = about(blocked(RiskLevel.CRITICAL));
    Waiver alone = waiver(asked, GateName.RISK);
    assertThat(risk(asked.waived(alone)).opens()).isFalse();
    assertThat(risk(asked.waived(alone.confirmed("pam"))).outcome()).isEqualTo(Outcome.WAIVED);
  }

  @Test
  void fromHighOnAGateThatAsksPeopleOrFactsNeedsASecondPersonForAWaiver() {
    Asked asked = about(blocked(RiskLevel.HIGH));
    Waiver alone = waiver(asked, GateName.RISK);
    assertThat(risk(asked.waived(alone)).opens()).isFalse();
    assertThat(risk(asked.waived(alone.confirmed("pam"))).outcome()).isEqualTo(Outcome.WAIVED);
    assertThat(Waiver.needsTwoPeople(GateName.SOAK_TIME, RiskLevel.HIGH)).isFalse();
    assertThat(Waiver.needsTwoPeople(GateName.SOAK_TIME, RiskLevel.CRITICAL)).isTrue();
  }

  @Test
  void anExpiredWaiverOpensNothing() {
    Asked asked = about(blocked(RiskLevel.MEDIUM));
    asked.waived(waiver(asked, GateName.RISK)).at(NOON.plus(HOUR));
    assertThat(risk(asked).opens()).isFalse();
  }

  @Test
  void aLaterWaveAsksOnlyTheGatesThatMayHaveChanged() {
    List<GateName> later = names(about(plan()).wave(2));
    assertThat(names(about(plan()))).isEqualTo(Gates.standard().names());
    assertThat(later)
        .containsExactly(
            GateName.EVIDENCE,
            GateName.DEFINITION_OF_DONE,
            GateName.PROMOTION_WINDOW,
            GateName.SHARD);
  }

  private static List<GateName> names(Asked asked) {
    return Gates.standard().judge(asked.context()).stream().map(GateResult::gate).toList();
  }

  private static GateVerdict risk(Asked asked) {
    return new Gates(List.of(new RiskGate())).judge(asked.context()).get(0).verdict();
  }

  private static GateVerdict window(Asked asked) {
    return new PromotionWindowGate().judge(asked.context());
  }

  private static PlanBuilder blocked(RiskLevel level) {
    return plan().risk(level, BLOCKER);
  }

  private static Waiver waiver(Asked asked, GateName gate) {
    return new Waiver(
        gate,
        "ole",
        "the old bucket is empty",
        Waiver.Scope.PLAN,
        asked.plan().hash(),
        NOON.plus(HOUR),
        "ole",
        Optional.empty());
  }

  private static RiskFactor factor(Optional<String> blocker) {
    return new RiskFactor(
        "X3",
        ChangeClass.MIGRATION,
        RiskLevel.CRITICAL,
        Reversibility.R3,
        "a.yaml",
        Optional.empty(),
        "",
        "the sentence",
        blocker);
  }

  /** Opened an hour ago and closes in one. */
  private static PromotionWindow open(Kind kind) {
    return window(kind, NOON.minus(HOUR));
  }

  /** Closed two hours ago and opens again in twenty. */
  private static PromotionWindow closed(Kind kind) {
    return window(kind, NOON.minus(HOUR.multipliedBy(4)));
  }

  private static PromotionWindow window(Kind kind, java.time.Instant first) {
    return new PromotionWindow(
        kind + "-window",
        kind,
        at(first),
        HOUR.multipliedBy(2),
        Set.of(),
        Set.of(),
        Set.of(),
        false);
  }

  private static Every at(java.time.Instant first) {
    return new Every(first, Duration.ofDays(1));
  }
}
