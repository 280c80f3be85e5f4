package dev.gatehouse.engine;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.ApprovalCheck;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.gate.Gates;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.Waiver;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes what people decide about a promotion; every refusal says what to do next, and nothing
 * changes on one.
 */
final class Decisions {
  private final Journal journal;
  private final Gates gates;
  private final Supplier<Rulebook> rulebook;

  Decisions(Journal journal, Gates gates, Supplier<Rulebook> rulebook) {
    this.journal = journal;
    this.gates = gates;
    this.rulebook = rulebook;
  }

  Answer ask(PromotionId id, Actor claimed) {
    Rulebook rules = rulebook.get();
    Optional<Reason> refusal = rules.rights().refusal(rules.directory().today(claimed), Verb.SEE);
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    return journal
        .find(id)
        .<Answer>map(Answer.Accepted::new)
        .orElseGet(() -> new Answer.Refused(Refusals.unknownPromotion(id)));
  }

  Answer approve(
      PromotionId id, String typedHash, String comment, String confirmation, Actor claimed) {
    return decide(
        id,
        Verb.APPROVE,
        claimed,
        (promotion, by) -> {
          Optional<Plan> plan = promotion.plan();
          if (plan.isEmpty()) {
            return Outcome.refused(Refusals.notPlanned(promotion));
          }
          if (!plan.get().hash().matches(typedHash)) {
            return Outcome.refused(Refusals.otherPlan(promotion, plan.get(), typedHash));
          }
          if (promotion.sealed().stream().distinct().filter(hash -> hash.matches(typedHash)).count()
              > 1) {
            return Outcome.refused(Refusals.ambiguousPlan(promotion, plan.get(), typedHash));
          }
          Optional<Reason> refusal = ApprovalCheck.refusal(plan.get(), promotion.proposer(), by);
          return refusal
              .map(Outcome::refused)
              .orElseGet(() -> approval(promotion, plan.get(), comment, confirmation, by));
        });
  }

  private Outcome approval(
      Promotion promotion, Plan plan, String comment, String confirmation, Actor by) {
    boolean counts =
        ApprovalCheck.counting(
                plan,
                promotion.proposer(),
                promotion.approvals(),
                rulebook.get().directory(),
                journal.now())
            .stream()
            .anyMatch(approval -> by.is(approval.by().id()));
    List<PromotionEvent> events = new ArrayList<>();
    if (!counts) {
      events.add(new PromotionEvent.Approved(plan.hash(), comment));
    }
    if (!confirmation.isBlank() && !promotion.confirmations().contains(confirmation)) {
      events.add(new PromotionEvent.Confirmed(confirmation));
    }
    return Outcome.done(events);
  }

  Answer reject(PromotionId id, String why, Actor claimed) {
    return decide(
        id,
        Verb.REJECT,
        claimed,
        (promotion, by) -> {
          if (promotion.phase() != PromotionPhase.PENDING) {
            return Outcome.refused(Refusals.alreadyRunning(promotion));
          }
          Reason reason = Refusals.rejected(promotion, by, why);
          return Outcome.done(
              List.of(
                  new PromotionEvent.Rejected(why),
                  new PromotionEvent.Ended(
                      PromotionPhase.FAILED, Optional.of(reason), Optional.empty())));
        });
  }

  Answer waive(PromotionId id, WaiverRequest request, Actor claimed) {
    return decide(
        id,
        Verb.WAIVE,
        claimed,
        (promotion, by) -> {
          if (!waivable().contains(request.gate())) {
            return Outcome.refused(Refusals.unknownGate(promotion, request.gate(), waivable()));
          }
          Optional<Plan> plan = promotion.plan();
          if (plan.isEmpty()) {
            return Outcome.refused(Refusals.notPlanned(promotion));
          }
          if (by.kind() != Actor.Kind.PERSON) {
            return Outcome.refused(Refusals.notAPerson(promotion, by));
          }
          Waiver waiver =
              new Waiver(
                  request.gate(),
                  request.owner(),
                  request.justification(),
                  request.scope(),
                  plan.get().hash().value(),
                  request.expiresAt(),
                  by.id(),
                  Optional.empty());
          Optional<Reason> problem = waiver.problem(journal.now());
          return problem
              .map(Outcome::refused)
              .orElseGet(() -> Outcome.done(List.of(new PromotionEvent.WaiverGranted(waiver))));
        });
  }

  /** The writer's own question about the branch is waived like a gate. */
  private List<GateName> waivable() {
    List<GateName> names = new ArrayList<>(gates.names());
    names.add(GateName.BRANCH);
    return names;
  }

  Answer confirmWaiver(PromotionId id, GateName gate, Actor claimed) {
    return decide(
        id,
        Verb.WAIVE,
        claimed,
        (promotion, by) -> {
          Instant now = journal.now();
          List<Waiver> open =
              promotion.waivers().stream()
                  .filter(
                      w ->
                          w.gate().equals(gate)
                              && w.confirmedBy().isEmpty()
                              && w.lifts(gate, planHash(promotion), now, false))
                  .toList();
          if (open.isEmpty()) {
            return Outcome.refused(Refusals.noWaiver(promotion, gate));
          }
          boolean ofOthers = open.stream().anyMatch(w -> !by.is(w.grantedBy()));
          if (by.kind() != Actor.Kind.PERSON || !ofOthers) {
            return Outcome.refused(Refusals.secondPerson(promotion, gate, by));
          }
          return Outcome.done(List.of(new PromotionEvent.WaiverConfirmed(gate)));
        });
  }

  private static String planHash(Promotion promotion) {
    return promotion.plan().map(plan -> plan.hash().value()).orElse("");
  }

  Answer attest(PromotionId id, List<Evidence> facts, Actor claimed) {
    return decide(
        id,
        Verb.PROPOSE,
        claimed,
        (promotion, by) ->
            Outcome.done(
                facts.stream()
                    .filter(fact -> !promotion.evidence().contains(fact))
                    .<PromotionEvent>map(PromotionEvent.EvidenceRecorded::new)
                    .toList()));
  }

  Answer abort(PromotionId id, String why, Actor claimed) {
    return decide(
        id,
        Verb.ABORT,
        claimed,
        (promotion, by) ->
            promotion.stop() == Promotion.Stop.ABORT
                ? Outcome.done(List.of())
                : Outcome.done(List.of(new PromotionEvent.AbortRequested(why))));
  }

  Answer chooseWayBack(PromotionId id, Choice choice, String why, Actor claimed) {
    return decide(
        id,
        Verb.APPROVE,
        claimed,
        (promotion, by) -> {
          if (promotion.stop() != Promotion.Stop.ASKED) {
            return Outcome.refused(Refusals.noWayBackAsked(promotion));
          }
          if (by.kind() != Actor.Kind.PERSON) {
            return Outcome.refused(Refusals.notAPerson(promotion, by));
          }
          WayBack allowed = promotion.lastPlan().map(Plan::wayBack).orElse(WayBack.STOP);
          boolean forbidden = choice == Choice.REVERT && allowed.compareTo(WayBack.ASK) > 0;
          return forbidden
              ? Outcome.refused(Refusals.revertForbidden(promotion, allowed))
              : Outcome.done(List.of(new PromotionEvent.WayBackChosen(choice, why)));
        });
  }

  private interface Act {
    Outcome on(Promotion promotion, Actor by);
  }

  /**
   * Checks what every decision has in common, then lets the act judge the promotion as it is at the
   * append.
   */
  private Answer decide(PromotionId id, Verb verb, Actor claimed, Act act) {
    Rulebook rules = rulebook.get();
    Actor by = rules.directory().today(claimed);
    Optional<Reason> refusal = rules.rights().refusal(by, verb);
    if (refusal.isEmpty() && journal.find(id).isEmpty()) {
      refusal = Optional.of(Refusals.unknownPromotion(id));
    }
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    Outcome[] last = {Outcome.done(List.of())};
    Promotion after =
        journal.act(
            id,
            by,
            promotion -> {
              last[0] =
                  promotion.phase().isFinal()
                      ? Outcome.refused(Refusals.ended(promotion))
                      : act.on(promotion, by);
              return last[0].events();
            });
    return last[0]
        .refusal()
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> new Answer.Accepted(after));
  }
}
