package dev.gatehouse.testkit.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.InMemoryCommit;
import dev.gatehouse.testkit.RecordingDesiredStateWriter;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.Summaries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What must hold at every append and at every push, told without asking the gates. */
final class Invariants {
  private static final int STORM = 400;

  /** A process may be paused between its decision and what follows from it. */
  private static final Duration SLACK = Duration.ofMinutes(4);

  private final Terms terms;
  private final SettableClock clock;
  private final Map<PromotionId, List<Recorded>> histories = new LinkedHashMap<>();
  private final Map<PromotionId, Promotion> latest = new LinkedHashMap<>();
  private final Summaries summaries = new Summaries();

  Invariants(Terms terms, SettableClock clock) {
    this.terms = terms;
    this.clock = clock;
  }

  List<Promotion> promotions() {
    return List.copyOf(latest.values());
  }

  Promotion promotion(PromotionId id) {
    return Optional.ofNullable(latest.get(id)).orElseThrow();
  }

  /** Looks at events that are about to be appended. */
  void appending(List<Recorded> events) {
    PromotionId id = events.get(0).promotion();
    List<Recorded> history = histories.computeIfAbsent(id, absent -> new ArrayList<>());
    for (Recorded recorded : events) {
      assertThat(recorded.version()).as("version in %s", id).isEqualTo(history.size() + 1);
      if (!history.isEmpty()) {
        Promotion before = promotion(id);
        assertThat(before.phase().isFinal()).as("%s after the end of %s", recorded, id).isFalse();
        if (recorded.event() instanceof PromotionEvent.WaveStarted started) {
          waveStarts(before, started, recorded.at());
        }
      }
      history.add(recorded);
      latest.put(id, Promotion.of(history));
      summarized(recorded);
    }
    assertThat(history).as("history of %s", id).hasSizeLessThan(STORM);
    concurrency();
  }

  /** A summary that is folded event by event says what the whole history says. */
  private void summarized(Recorded recorded) {
    summaries.follow(recorded);
    PromotionId id = recorded.promotion();
    assertThat(summaries.get(id)).as("summary of %s", id).isEqualTo(promotion(id).summary());
  }

  private void waveStarts(Promotion before, PromotionEvent.WaveStarted started, Instant now) {
    assertThat(before.stop()).isEqualTo(Promotion.Stop.NONE);
    assertThat(before.failed()).isEmpty();
    assertThat(before.inFlight()).isEmpty();
    assertThat(before.gates().stream().map(GateResult::verdict)).allMatch(v -> v.opens());
    Plan plan = before.plan().orElseThrow();
    boolean first = started.wave().number() == plan.waves().get(0).number();
    assertThat(frozen(before, now)).as("a wave starts in the freeze").isFalse();
    if (first) {
      assertThat(approved(before, plan, now)).as("approved: %s", before.id()).isTrue();
      assertThat(alone(before, now)).as("alone in the stage: %s", before.id()).isTrue();
      assertThat(passed(before, now)).as("passed dev: %s", before.id()).isTrue();
    }
  }

  private boolean frozen(Promotion promotion, Instant now) {
    return terms.freeze().isOpen(now)
        && terms.freeze().isOpen(now.minus(SLACK))
        && !waived(promotion, GateName.PROMOTION_WINDOW, now);
  }

  private boolean approved(Promotion promotion, Plan plan, Instant now) {
    long people =
        promotion.approvals().stream()
            .filter(approval -> approval.planHash().equals(plan.hash()))
            .filter(approval -> now.isBefore(approval.at().plusSeconds(7 * 86_400)))
            .map(Approval::by)
            .map(by -> by.id().toLowerCase(Locale.ROOT))
            .filter(Terms.OWNERS::contains)
            .distinct()
            .count();
    return people >= terms.approvals() || waived(promotion, GateName.APPROVAL, now);
  }

  private boolean alone(Promotion promotion, Instant now) {
    return waived(promotion, GateName.STAGE_FREE, now)
        || promotions().stream()
            .filter(other -> !other.id().equals(promotion.id()))
            .filter(other -> other.stage().equals(promotion.stage()))
            .noneMatch(other -> other.phase() == PromotionPhase.RUNNING);
  }

  private boolean passed(Promotion promotion, Instant now) {
    return promotion.stage().value().equals("dev")
        || waived(promotion, GateName.STAGE_ORDER, now)
        || promotions().stream()
            .filter(other -> other.stage().value().equals("dev"))
            .filter(other -> other.change().id().equals(promotion.change().id()))
            .anyMatch(other -> other.phase() == PromotionPhase.SUCCEEDED);
  }

  private boolean waived(Promotion promotion, GateName gate, Instant now) {
    boolean two = terms.risk().level() == RiskLevel.CRITICAL;
    return promotion.waivers().stream()
        .filter(w -> w.gate().equals(gate) && now.minus(SLACK).isBefore(w.expiresAt()))
        .filter(
            w ->
                w.scope() == dev.gatehouse.approval.Waiver.Scope.PROMOTION
                    || promotion.lastPlan().map(p -> p.hash().equals(w.planHash())).orElse(false))
        .anyMatch(w -> !two || w.confirmedBy().map(by -> !by.equals(w.grantedBy())).orElse(false));
  }

  /** Looks at a commit that has just come to the branch. */
  void pushed(InMemoryCommit commit) {
    String target = commit.trailers().get(RecordingDesiredStateWriter.TARGET);
    String writes = commit.trailers().get(RecordingDesiredStateWriter.PROMOTION);
    String reverts = commit.trailers().get(RecordingDesiredStateWriter.REVERTS);
    Promotion promotion = promotion(new PromotionId(Optional.ofNullable(writes).orElse(reverts)));
    TargetState state = promotion.targets().get(new TargetName(target));
    assertThat(promotion.phase())
        .as("a push for %s", promotion.id())
        .isEqualTo(PromotionPhase.RUNNING);
    assertThat(state.step())
        .as("a push for %s of %s", target, promotion.id())
        .isEqualTo(writes == null ? TargetState.Step.REVERTING : TargetState.Step.STARTED);
    if (writes != null) {
      assertThat(frozen(promotion, clock.instant())).as("a write in the freeze").isFalse();
    }
  }

  private void concurrency() {
    long written =
        promotions().stream()
            .filter(promotion -> promotion.stop() == Promotion.Stop.NONE)
            .filter(promotion -> promotion.failed().isEmpty())
            .flatMap(promotion -> promotion.inFlight().stream())
            .filter(state -> state.step() == TargetState.Step.WRITTEN)
            .filter(state -> state.target().value().startsWith("eu-"))
            .count();
    assertThat(written).as("targets in flight on eu").isLessThanOrEqualTo(terms.concurrency());
  }
}
