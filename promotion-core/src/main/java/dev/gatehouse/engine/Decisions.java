package dev.gatehouse.engine;

import dev.gatehouse.api.Answer;
import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.ApprovalCheck;
import dev.gatehouse.approval.Involved;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.approval.WaiverCheck;
import dev.gatehouse.change.SensitiveText;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.gate.Gates;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Takes what people decide about a promotion; every refusal says what to do next, and nothing
 * changes on one.
 */
final class Decisions {
  private final Journal journal;
  private final Gates gates;
  private final Supplier<Rulebook> rulebook;
  private final Deciding deciding;

  Decisions(Journal journal, Gates gates, Supplier<Rulebook> rulebook, Deciding deciding) {
    this.journal = journal;
    this.gates = gates;
    this.rulebook = rulebook;
    this.deciding = deciding;
  }

  Answer ask(PromotionId id, Caller claimed) {
    Optional<Reason> refusal = rulebook.get().refusal(claimed, Verb.SEE);
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    Optional<Promotion> promotion = journal.find(id);
    return promotion
        .flatMap(found -> Deciding.refusal(found, Verb.SEE, claimed, rulebook.get()))
        .or(
            () ->
                promotion.isPresent()
                    ? Optional.empty()
                    : Optional.of(Refusals.unknownPromotion(id)))
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> new Answer.Accepted(promotion.orElseThrow()));
  }

  /** The rights to decide something about a promotion; who holds one may have it decided now. */
  private static final List<Verb> ACTS =
      List.of(
          Verb.EXECUTE,
          Verb.PROPOSE,
          Verb.ATTEST,
          Verb.APPROVE,
          Verb.REJECT,
          Verb.WAIVE,
          Verb.ABORT,
          Verb.ADMINISTER);

  Answer decideNow(PromotionId id, Caller claimed, Runnable decide) {
    Rulebook rules = rulebook.get();
    Optional<Reason> nowhere = mayAct(verb -> rules.refusal(claimed, verb));
    if (nowhere.isPresent()) {
      return new Answer.Refused(nowhere.get());
    }
    Optional<Promotion> promotion = journal.find(id);
    Optional<Reason> refusal =
        promotion
            .map(found -> mayAct(verb -> Deciding.refusal(found, verb, claimed, rules)))
            .orElseGet(() -> Optional.of(Refusals.unknownPromotion(id)));
    if (refusal.isPresent() && !promotion.map(p -> drives(p, claimed, rules)).orElse(false)) {
      return new Answer.Refused(refusal.get());
    }
    decide.run();
    return new Answer.Accepted(journal.find(id).orElseThrow());
  }

  private static Optional<Reason> mayAct(Function<Verb, Optional<Reason>> asked) {
    List<Optional<Reason>> answers = ACTS.stream().map(asked).toList();
    return answers.stream().anyMatch(Optional::isEmpty) ? Optional.empty() : answers.get(0);
  }

  /** The right to execute may be held for shards alone. */
  private static boolean drives(Promotion promotion, Caller by, Rulebook rules) {
    return rules.path(promotion.change().application()).stream()
        .flatMap(path -> path.stage(promotion.stage()).stream())
        .flatMap(stage -> stage.targets().stream())
        .map(target -> Place.ofShard(target.shard().value()))
        .anyMatch(shard -> rules.refusal(by, Verb.EXECUTE, shard).isEmpty());
  }

  Answer approve(
      PromotionId id, String typedHash, String comment, String confirmation, Caller claimed) {
    return deciding.decide(
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
          Optional<Reason> refusal = ApprovalCheck.refusal(plan.get(), involved(promotion), by);
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
                involved(promotion),
                promotion.approvals(),
                rulebook.get().directory(),
                journal.now())
            .stream()
            .anyMatch(approval -> by.is(approval.by().id()));
    List<PromotionEvent> events = new ArrayList<>();
    if (!counts) {
      events.add(new PromotionEvent.Approved(plan.hash(), SensitiveText.hide(comment)));
    }
    if (!confirmation.isBlank() && !isConfirmed(promotion, confirmation, by)) {
      events.add(new PromotionEvent.Confirmed(confirmation));
    }
    return Outcome.done(events);
  }

  private Involved involved(Promotion promotion) {
    return promotion.involved(rulebook.get().directory());
  }

  private static boolean isConfirmed(Promotion promotion, String typed, Actor by) {
    return promotion.confirmations().stream()
        .anyMatch(c -> c.typed().equals(typed) && by.is(c.by().id()));
  }

  Answer reject(PromotionId id, String why, Caller claimed) {
    return deciding.decide(
        id,
        Verb.REJECT,
        claimed,
        (promotion, by) -> {
          if (promotion.phase() != PromotionPhase.PENDING) {
            return Outcome.refused(Refusals.alreadyRunning(promotion));
          }
          String hidden = SensitiveText.hide(why);
          Reason reason = Refusals.rejected(promotion, by, hidden);
          return Outcome.done(
              List.of(
                  new PromotionEvent.Rejected(hidden),
                  new PromotionEvent.Ended(
                      PromotionPhase.FAILED, Optional.of(reason), Optional.empty())));
        });
  }

  Answer waive(PromotionId id, WaiverRequest request, Caller claimed) {
    return deciding.decide(
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
          Waiver waiver = waiver(request, plan.get(), by);
          return waiverRefusal(promotion, plan.get(), waiver, by)
              .map(Outcome::refused)
              .orElseGet(() -> Outcome.done(List.of(new PromotionEvent.WaiverGranted(waiver))));
        });
  }

  /** The writer's own question about the branch, and the bake, are waived like gates. */
  private List<GateName> waivable() {
    List<GateName> names = new ArrayList<>(gates.waivable());
    names.add(GateName.BRANCH);
    return names;
  }

  private Waiver waiver(WaiverRequest request, Plan plan, Actor by) {
    return new Waiver(
        request.gate(),
        rulebook.get().directory().idOf(request.owner()),
        SensitiveText.hide(request.justification()),
        request.scope(),
        plan.hash(),
        request.expiresAt(),
        by.id(),
        Optional.empty());
  }

  private Optional<Reason> waiverRefusal(Promotion promotion, Plan plan, Waiver waiver, Actor by) {
    Rulebook rules = rulebook.get();
    return WaiverCheck.refusal(plan, involved(promotion), waiver.gate(), by)
        .or(() -> waiver.problem(journal.now(), rules.waivers()))
        .or(() -> WaiverCheck.ownerRefusal(waiver.owner(), waiver.gate(), rules.directory()));
  }

  Answer confirmWaiver(PromotionId id, GateName gate, Caller claimed) {
    return deciding.decide(
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
                              && w.lifts(gate, promotion.plan().map(Plan::hash), now, false))
                  .toList();
          if (open.isEmpty()) {
            return Outcome.refused(Refusals.noWaiver(promotion, gate));
          }
          Optional<Reason> refusal =
              promotion.plan().flatMap(p -> WaiverCheck.refusal(p, involved(promotion), gate, by));
          if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
          }
          if (open.stream().allMatch(w -> by.is(w.grantedBy()))) {
            return Outcome.refused(Refusals.secondPerson(promotion, gate, by));
          }
          return Outcome.done(List.of(new PromotionEvent.WaiverConfirmed(gate)));
        });
  }

  Answer attest(PromotionId id, List<Evidence> facts, Caller claimed) {
    Answer answer =
        deciding.decide(
            id,
            Verb.ATTEST,
            claimed,
            (promotion, by) ->
                Outcome.done(
                    Attesting.stated(facts, by, promotion.change().application(), promotion.stage())
                        .stream()
                        .filter(fact -> !promotion.evidence().contains(fact))
                        .<PromotionEvent>map(PromotionEvent.EvidenceRecorded::new)
                        .toList()));
    if (answer instanceof Answer.Accepted accepted) {
      Promotion after = accepted.promotion();
      return new Answer.Accepted(
          after, Looks.facts(after.change().application(), facts, rulebook.get()));
    }
    return answer;
  }

  Answer abort(PromotionId id, String why, Caller claimed) {
    return deciding.decide(
        id,
        Verb.ABORT,
        claimed,
        (promotion, by) ->
            promotion.stop() == Promotion.Stop.ABORT
                ? Outcome.done(List.of())
                : Outcome.done(
                    List.of(new PromotionEvent.AbortRequested(SensitiveText.hide(why)))));
  }

  Answer chooseWayBack(PromotionId id, Choice choice, String why, Caller claimed) {
    return deciding.decide(
        id,
        Verb.APPROVE,
        claimed,
        (promotion, by) -> {
          boolean overdue =
              promotion.stop() == Promotion.Stop.NONE && !promotion.overdue().isEmpty();
          if (promotion.stop() != Promotion.Stop.ASKED && !overdue) {
            return Outcome.refused(Refusals.noWayBackAsked(promotion));
          }
          if (by.kind() != Actor.Kind.PERSON) {
            return Outcome.refused(Refusals.notAPerson(promotion, by));
          }
          WayBack allowed = promotion.lastPlan().map(Plan::wayBack).orElse(WayBack.STOP);
          boolean forbidden = choice == Choice.REVERT && allowed.compareTo(WayBack.ASK) > 0;
          return forbidden
              ? Outcome.refused(Refusals.revertForbidden(promotion, allowed))
              : Outcome.done(
                  List.of(new PromotionEvent.WayBackChosen(choice, SensitiveText.hide(why))));
        });
  }
}
