package dev.gatehouse.promotion;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.approval.Confirmation;
import dev.gatehouse.approval.Involved;
import dev.gatehouse.approval.Revocation;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.approval.WaiverCheck;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Place;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Rollback;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A promotion as its history tells it; immutable. Made by {@link PromotionFold}.
 *
 * @param id its identity
 * @param version the version of the last event that was folded in
 * @param change what is promoted, with the authors of every proposal of it
 * @param stage where to
 * @param proposer who proposed it
 * @param joined who proposed the same again while it was open
 * @param proposedAt when
 * @param plan the plan in force, or empty before the first one and after a drift
 * @param lastPlan the plan that was last in force, kept over a drift
 * @param sealed the hash of each plan that was in force, oldest first
 * @param approvals every approval that was not taken back, whatever plan it was for
 * @param confirmations what was typed to confirm the plan in force and was not taken back
 * @param waivers every waiver that was not taken back
 * @param revocations every approval and waiver that was taken back
 * @param evidence every fact that was brought
 * @param gates what the gates said last
 * @param judgedVersion the version of the event with what the gates said last, or 0
 * @param judgedRules the digest of the rules in force then, or empty where none was recorded
 * @param drifts how often what was to be written was no longer what was planned
 * @param wave the wave that runs or ran last; 0 before the first
 * @param waveSince when every target of that wave was live, or empty while some are not
 * @param bakedWaves how many waves were watched long enough
 * @param looks the looks that were recorded while the wave bakes
 * @param targets the targets that were started
 * @param phase where it is
 * @param phaseSince since when
 * @param stop what was asked of it besides going on
 * @param reason why it ended, failed or waits for a person
 * @param supersededBy the promotion that retired it
 * @param rollback what it takes back; empty for a change that goes forward
 */
public record Promotion(
    PromotionId id,
    long version,
    Change change,
    StageName stage,
    Actor proposer,
    List<Actor> joined,
    Instant proposedAt,
    Optional<Plan> plan,
    Optional<Plan> lastPlan,
    List<PlanHash> sealed,
    List<Approval> approvals,
    List<Confirmation> confirmations,
    List<Waiver> waivers,
    List<Revocation> revocations,
    List<Evidence> evidence,
    List<GateResult> gates,
    long judgedVersion,
    Optional<String> judgedRules,
    int drifts,
    int wave,
    Optional<Instant> waveSince,
    int bakedWaves,
    BakeLooks looks,
    Map<TargetName, TargetState> targets,
    PromotionPhase phase,
    Instant phaseSince,
    Stop stop,
    Optional<Reason> reason,
    Optional<PromotionId> supersededBy,
    Optional<Rollback> rollback) {
  /** What was asked of a promotion besides going on. */
  public enum Stop {
    NONE,
    ABORT,
    /** A person has to pick the rollback. */
    ASKED,
    /** A person said: leave it, a fix goes forward. */
    FORWARD,
    ROLL_BACK
  }

  /** Copies the collections. */
  public Promotion {
    sealed = List.copyOf(sealed);
    joined = List.copyOf(joined);
    approvals = List.copyOf(approvals);
    confirmations = List.copyOf(confirmations);
    waivers = List.copyOf(waivers);
    revocations = List.copyOf(revocations);
    evidence = List.copyOf(evidence);
    gates = List.copyOf(gates);
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
  }

  /** Folds a history; see {@link PromotionFold#of}. */
  public static Promotion of(List<Recorded> history) {
    return PromotionFold.of(history);
  }

  /** Returns what a store keeps of it for searches. */
  public PromotionSummary summary() {
    return Summarized.of(this);
  }

  /** Returns everyone who wrote or proposed it, under the ids that the directory knows now. */
  public Involved involved(Directory directory) {
    List<Actor> proposers = Stream.concat(Stream.of(proposer), joined.stream()).toList();
    return Involved.of(proposers, change.authors(), directory);
  }

  /** Returns where acts on it take effect, for the rights that they need. */
  public Place place() {
    return Place.of(change.application().value(), stage.value());
  }

  /**
   * Returns whether what is not written yet stays unwritten, and what is written is not awaited.
   */
  public boolean isStopped() {
    return stop != Stop.NONE || !failed().isEmpty();
  }

  /** Returns whether a target of the plan in force can still be written by it. */
  public boolean writesMore() {
    return !phase.isFinal()
        && !isStopped()
        && (plan.isEmpty()
            || nextWave().isPresent()
            || targets.values().stream().anyMatch(t -> t.step() == TargetState.Step.STARTED));
  }

  /** Returns the wave that would start next, or empty when there is none. */
  public Optional<Wave> nextWave() {
    return plan.flatMap(p -> p.wave(wave + 1));
  }

  /** Returns whether every target of the wave is live and the wave is watched. */
  public boolean isBaking() {
    return wave > bakedWaves && waveSince.isPresent();
  }

  /** Returns whether the health of this target is watched: it is live, and its wave bakes. */
  public boolean isWatched(TargetName target) {
    return !phase.isFinal()
        && !isStopped()
        && isBaking()
        && Optional.ofNullable(targets.get(target))
            .filter(state -> state.step() == TargetState.Step.LIVE)
            .isPresent()
        && plan.filter(p -> p.bakeAfter(wave).watchesHealth() && isOf(p, target)).isPresent();
  }

  /** Returns the targets whose health is watched now. */
  public List<TargetName> watched() {
    return targets.keySet().stream().filter(this::isWatched).toList();
  }

  private boolean isOf(Plan of, TargetName target) {
    return running(of).targets().contains(target);
  }

  /**
   * Returns the wave that runs, by this plan. A plan that was made again has only the waves that
   * are left; then it is everything that was started.
   */
  Wave running(Plan of) {
    return of.wave(wave).orElseGet(() -> new Wave(wave, List.copyOf(targets.keySet())));
  }

  /** Returns the targets that someone still has to work on. */
  public List<TargetState> inFlight() {
    return targets.values().stream().filter(TargetState::isInFlight).toList();
  }

  /** Returns the commits of the desired state that hold it. */
  public Map<TargetName, Revision> written() {
    Map<TargetName, Revision> commits = new LinkedHashMap<>();
    targets.forEach((name, state) -> state.revision().ifPresent(at -> commits.put(name, at)));
    return Collections.unmodifiableMap(commits);
  }

  /** Returns the targets that failed. */
  public List<TargetState> failed() {
    return targets.values().stream().filter(t -> t.step() == TargetState.Step.FAILED).toList();
  }

  /** Returns the targets that are written and were not live by their deadline. */
  public List<TargetState> overdue() {
    return targets.values().stream().filter(TargetState::isOverdue).toList();
  }

  /** Returns whether a target waits longer than its deadline, so that a person is asked. */
  public boolean isLate() {
    return !overdue().isEmpty() || targets.values().stream().anyMatch(TargetState::isLate);
  }

  /** Returns whether a commit of ours is on any target. */
  public boolean holdsAnything() {
    return targets.values().stream().anyMatch(TargetState::holdsOurCommit);
  }

  /** Returns the gates that hold. */
  public List<GateResult> holding() {
    return gates.stream().filter(result -> !result.verdict().opens()).toList();
  }

  /** Returns whether a gate refuses, so that only a new change or a waiver continues. */
  public boolean isRefused() {
    return !phase.isFinal()
        && stop == Stop.NONE
        && gates.stream()
            .anyMatch(g -> g.verdict().outcome() == dev.gatehouse.gate.GateVerdict.Outcome.FAILED);
  }

  /**
   * Returns whether a person has accepted commits on the branch that claim to be ours and are not.
   */
  public boolean acceptsBranch(Directory directory, Instant now) {
    return lastPlan
        .flatMap(
            p ->
                WaiverCheck.lifting(
                    p, involved(directory), waivers, GateName.BRANCH, directory, now))
        .isPresent();
  }
}
