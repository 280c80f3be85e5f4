package dev.gatehouse.history;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.ChangeId;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Rollback;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What lists, searches and other promotions need to know of a promotion; immutable.
 *
 * <p>A projection of its events: stores keep it beside them, so that nobody folds whole histories
 * to look at many promotions. It decides nothing that its events do not.
 *
 * @param id its identity
 * @param version the version of the last event
 * @param application the application
 * @param stage where to
 * @param change what is promoted
 * @param title the change in one line
 * @param artifacts what is promoted, with versions
 * @param proposer who proposed it
 * @param proposedAt when
 * @param plan the hash of the plan in force; empty before the first one and after a drift
 * @param risk what the last plan said; empty before the first one
 * @param holding the gates that held when they were judged last
 * @param waived the gates with a waiver that was not taken back
 * @param judgedRules the digest of the rules in force when the gates were judged last
 * @param wave the wave that runs or ran last; 0 before the first
 * @param targets the targets that were started
 * @param phase where it is
 * @param phaseSince since when
 * @param stop what was asked of it besides going on
 * @param supersededBy the promotion that retired it
 * @param rollback what it takes back; empty for a change that goes forward
 */
public record PromotionSummary(
    PromotionId id,
    long version,
    ApplicationName application,
    StageName stage,
    ChangeId change,
    String title,
    List<Artifact> artifacts,
    String proposer,
    Instant proposedAt,
    Optional<PlanHash> plan,
    Optional<Risk> risk,
    List<GateName> holding,
    List<GateName> waived,
    Optional<String> judgedRules,
    int wave,
    List<TargetNow> targets,
    PromotionPhase phase,
    Instant phaseSince,
    Stop stop,
    Optional<PromotionId> supersededBy,
    Optional<Rollback> rollback) {
  /** How far a target has come; the words of the promotion that was folded whole. */
  public enum Step {
    STARTED,
    WRITTEN,
    LIVE,
    FAILED,
    SKIPPED,
    REVERTING,
    REVERTED
  }

  /** What was asked of a promotion besides going on; the words of the one that was folded whole. */
  public enum Stop {
    NONE,
    ABORT,
    ASKED,
    FORWARD,
    ROLL_BACK
  }

  /**
   * What a plan said about its risk.
   *
   * @param changeClass the class of the change
   * @param level the level
   * @param reversibility what can be taken back
   * @param wayBack the rollback that the plan allows
   */
  public record Risk(
      ChangeClass changeClass, RiskLevel level, Reversibility reversibility, WayBack wayBack) {
    /** Returns what this plan says. */
    public static Risk of(Plan plan) {
      return new Risk(
          plan.risk().changeClass(),
          plan.risk().level(),
          plan.risk().reversibility(),
          plan.wayBack());
    }
  }

  /**
   * Where one target of a promotion is.
   *
   * @param target the target
   * @param step how far it has come
   * @param committed whether a commit of this promotion was made for it
   */
  public record TargetNow(TargetName target, Step step, boolean committed) {
    /** Returns whether our own commit is on the branch. */
    public boolean holdsOurCommit() {
      return committed && step != Step.REVERTED;
    }
  }

  /** Copies the lists. */
  public PromotionSummary {
    artifacts = List.copyOf(artifacts);
    holding = List.copyOf(holding);
    waived = List.copyOf(waived);
    targets = List.copyOf(targets);
  }

  /**
   * Returns the summary of a history.
   *
   * @throws IllegalArgumentException if it does not begin with {@code Proposed}
   */
  public static PromotionSummary of(List<Recorded> history) {
    if (history.isEmpty()
        || !(history.get(0).event() instanceof PromotionEvent.Proposed proposed)) {
      throw new IllegalArgumentException("a history starts with the proposal");
    }
    return SummaryFold.first(history.get(0), proposed).after(history.subList(1, history.size()));
  }

  /** Returns the summary after these events, which follow its version. */
  public PromotionSummary after(List<Recorded> events) {
    SummaryFold fold = new SummaryFold(this);
    events.forEach(fold::apply);
    return fold.summary();
  }

  /** How a promotion went, for a track record. */
  public enum Outcome {
    SMOOTH,
    /** It succeeded, and a gate was waived on the way. */
    WITH_ISSUES,
    /** It failed after it had started. */
    FAILED
  }

  /** Returns how it went; empty while it is open, and where it says nothing about the change. */
  public Optional<Outcome> outcome() {
    if (phase == PromotionPhase.SUCCEEDED) {
      return Optional.of(waived.isEmpty() ? Outcome.SMOOTH : Outcome.WITH_ISSUES);
    }
    return phase == PromotionPhase.FAILED && wave > 0
        ? Optional.of(Outcome.FAILED)
        : Optional.empty();
  }

  /** Returns whether a commit of ours is on any target. */
  public boolean holdsAnything() {
    return targets.stream().anyMatch(TargetNow::holdsOurCommit);
  }
}
