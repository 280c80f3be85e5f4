package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.Listing;
import dev.gatehouse.api.PromotionQuery;
import dev.gatehouse.api.Promotions;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.jenkins.build.BuildRecord;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.stage.StageName;
import java.util.List;
import java.util.Optional;

/** Proposes the change of a build, or finds what was proposed before the controller died. */
final class Proposing {
  private static final int LOOKED_AT = 50;
  private final Promotions promotions;
  private final Assignment assignment;
  private final StageName stage;
  private final Change change;

  /**
   * Prepares the proposal.
   *
   * @throws dev.gatehouse.reason.InvalidConfigurationException if the request is misspelt
   */
  Proposing(Promotions promotions, Assignment assignment) {
    BuildRecord build = assignment.build().get();
    this.promotions = promotions;
    this.assignment = assignment;
    this.stage = assignment.request().stageName();
    Change bare = assignment.request().change(build, Optional.empty());
    Optional<Revision> promoted = promoted(promotions, bare, stage, assignment.jenkins());
    this.change = assignment.request().change(build, promoted);
  }

  /**
   * Returns the promotion that this step proposed and could not note down, or empty. The api joins
   * an open one by itself; one that has ended by now would be proposed a second time.
   */
  Optional<PromotionId> before(Bookmark bookmark) {
    PromotionQuery newest = PromotionQuery.newest(change.application(), stage, LOOKED_AT);
    return promotions.summaries(newest, assignment.jenkins()).found().stream()
        .flatMap(List::stream)
        .filter(one -> one.change().equals(change.id()) && one.rollback().isEmpty())
        .filter(one -> !one.proposedAt().isBefore(bookmark.begun()))
        .map(PromotionSummary::id)
        .findFirst();
  }

  /** Proposes it for whoever started the build; the facts follow in the name of Jenkins. */
  Answer propose() {
    return promotions.propose(change, stage, List.of(), assignment.starter());
  }

  /** After a rollback the stage holds an older commit than the last promotion: then none. */
  private static Optional<Revision> promoted(
      Promotions promotions, Change change, StageName stage, Caller jenkins) {
    Listing<Promotion> newest =
        promotions.list(PromotionQuery.newest(change.application(), stage, LOOKED_AT), jenkins);
    return newest.found().stream()
        .flatMap(List::stream)
        .filter(one -> one.phase() == PromotionPhase.SUCCEEDED)
        .findFirst()
        .filter(one -> one.rollback().isEmpty())
        .flatMap(one -> one.change().source());
  }
}
