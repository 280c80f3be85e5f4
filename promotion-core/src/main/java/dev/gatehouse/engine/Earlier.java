package dev.gatehouse.engine;

import dev.gatehouse.plan.Plan;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a plan has to take over from what happened before.
 *
 * @param wave the last wave that ran already; 0 for a new promotion
 * @param plan the plan that this one must ask no less than
 * @param again whether that was a plan of the same promotion
 * @param written the targets that hold a commit of this promotion and are left alone
 * @param seen the targets that held the change without a commit of ours and were seen live
 * @param proven whether a promotion of the same change has succeeded here last, so that a target
 *     that holds the change already owes nothing
 */
record Earlier(
    int wave,
    Optional<Plan> plan,
    boolean again,
    Set<TargetName> written,
    Set<TargetName> seen,
    boolean proven) {
  Earlier {
    written = Set.copyOf(written);
    seen = Set.copyOf(seen);
  }

  /** Returns what comes before the next plan of a promotion. */
  static Earlier of(Promotion promotion, Standing standing) {
    return new Earlier(
        promotion.wave(),
        promotion.lastPlan().or(standing::owed),
        promotion.lastPlan().isPresent(),
        names(promotion, TargetState::holdsOurCommit),
        names(promotion, state -> state.alreadyThere() && state.step() == TargetState.Step.LIVE),
        standing.proven());
  }

  private static Set<TargetName> names(Promotion promotion, Predicate<TargetState> wanted) {
    return promotion.targets().values().stream()
        .filter(wanted)
        .map(TargetState::target)
        .collect(Collectors.toSet());
  }

  /** Returns what comes before the first plan of a new promotion. */
  static Earlier of(Standing standing) {
    return new Earlier(0, standing.owed(), false, Set.of(), Set.of(), standing.proven());
  }

  /** Returns whether a target holds the change already and has nothing left to prove. */
  boolean owesNothing(Target target, EditPreview.Computed computed) {
    return computed.edits().isEmpty() && (proven || seen.contains(target.name()));
  }

  /**
   * Returns the plan that the next one must ask no less than: the one before in the same promotion,
   * or that of an unfinished promotion whose work is still there.
   */
  Optional<Plan> owed(Collection<EditPreview.Computed> moved) {
    boolean there = moved.stream().anyMatch(computed -> computed.edits().isEmpty());
    return plan.filter(p -> again || there);
  }

  /**
   * The state of a change in a stage by what earlier promotions made of it.
   *
   * @param proven whether the last promotion that touched the stage was one of this change and has
   *     succeeded
   * @param owed the plan of the last one when it was of this change and has not succeeded: what is
   *     there owes its bake and its facts
   */
  record Standing(boolean proven, Optional<Plan> owed) {}
}
