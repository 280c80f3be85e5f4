package dev.gatehouse.engine;

import dev.gatehouse.api.Answer;
import dev.gatehouse.approval.ApprovalCheck;
import dev.gatehouse.approval.Involved;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.approval.WaiverCheck;
import dev.gatehouse.change.SensitiveText;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes approvals and waivers back. The giver may, and so may anyone who could have given the same,
 * or to whom the rules give the right to administer: closing a gate is never the riskier act.
 */
final class Revocations {
  private final Deciding deciding;
  private final Supplier<Rulebook> rulebook;

  Revocations(Deciding deciding, Supplier<Rulebook> rulebook) {
    this.deciding = deciding;
    this.rulebook = rulebook;
  }

  Answer revokeApproval(PromotionId id, String of, String why, Caller claimed) {
    String giver = rulebook.get().directory().idOf(of);
    return deciding.decide(
        id,
        Verb.SEE,
        claimed,
        (promotion, by) -> {
          boolean given = promotion.approvals().stream().anyMatch(a -> a.by().is(giver));
          String what = "approval by " + giver;
          if (!given) {
            return nothing(promotion, GateName.APPROVAL, Optional.of(giver), what);
          }
          return mayRevokeApproval(promotion, giver, by)
              ? revoked(
                  promotion,
                  what,
                  new PromotionEvent.ApprovalRevoked(giver, SensitiveText.hide(why)))
              : Outcome.refused(Refusals.mayNotRevoke(promotion, by, what));
        });
  }

  Answer revokeWaiver(PromotionId id, GateName gate, String why, Caller claimed) {
    return deciding.decide(
        id,
        Verb.SEE,
        claimed,
        (promotion, by) -> {
          List<Waiver> given =
              promotion.waivers().stream().filter(waiver -> waiver.gate().equals(gate)).toList();
          String what = "waiver of gate " + gate;
          if (given.isEmpty()) {
            return nothing(promotion, gate, Optional.empty(), what);
          }
          return mayRevokeWaiver(promotion, given, gate, by)
              ? revoked(
                  promotion, what, new PromotionEvent.WaiverRevoked(gate, SensitiveText.hide(why)))
              : Outcome.refused(Refusals.mayNotRevoke(promotion, by, what));
        });
  }

  /** What was taken back before stays so: the call may be repeated. */
  private static Outcome nothing(
      Promotion promotion, GateName gate, Optional<String> of, String what) {
    boolean before =
        promotion.revocations().stream()
            .anyMatch(r -> r.gate().equals(gate) && of.map(r.of()::equalsIgnoreCase).orElse(true));
    return before
        ? Outcome.done(List.of())
        : Outcome.refused(Refusals.nothingToRevoke(promotion, what));
  }

  private static Outcome revoked(Promotion promotion, String what, PromotionEvent event) {
    return promotion.writesMore()
        ? Outcome.done(List.of(event))
        : Outcome.refused(Refusals.tooLateToRevoke(promotion, what));
  }

  private boolean mayRevokeApproval(Promotion promotion, String giver, Actor by) {
    Rulebook rules = rulebook.get();
    if (by.is(giver) || rules.rights().grants(by, Verb.ADMINISTER, promotion.place())) {
      return true;
    }
    Optional<Plan> plan = promotion.lastPlan();
    Set<String> groups = rules.directory().groupsOf(giver);
    return plan.isPresent()
        && rules.rights().refusal(by, Verb.APPROVE, promotion.place()).isEmpty()
        && ApprovalCheck.refusal(plan.get(), involved(promotion), by).isEmpty()
        && sharesASeat(plan.get().controls().approval().quorums(), by.groups(), groups);
  }

  /** A giver who fills no seat any more leaves it to everyone who fills one. */
  private static boolean sharesASeat(List<Quorum> quorums, Set<String> by, Set<String> giver) {
    List<Quorum> ofGiver = quorums.stream().filter(quorum -> isIn(quorum, giver)).toList();
    return ofGiver.isEmpty() || ofGiver.stream().anyMatch(quorum -> isIn(quorum, by));
  }

  private static boolean isIn(Quorum quorum, Set<String> groups) {
    return quorum.groups().stream().anyMatch(groups::contains);
  }

  private boolean mayRevokeWaiver(
      Promotion promotion, List<Waiver> given, GateName gate, Actor by) {
    Rights rights = rulebook.get().rights();
    boolean gaveIt =
        given.stream()
            .anyMatch(w -> by.is(w.grantedBy()) || w.confirmedBy().map(by::is).orElse(false));
    Optional<Reason> refusal =
        promotion
            .lastPlan()
            .flatMap(plan -> WaiverCheck.refusal(plan, involved(promotion), gate, by));
    return gaveIt
        || rights.grants(by, Verb.ADMINISTER, promotion.place())
        || (refusal.isEmpty() && rights.refusal(by, Verb.WAIVE, promotion.place()).isEmpty());
  }

  private Involved involved(Promotion promotion) {
    return promotion.involved(rulebook.get().directory());
  }
}
