package dev.gatehouse.engine;

import dev.gatehouse.api.Answer;
import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Change;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Rollback;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.StaleStateException;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.StageName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Takes proposals of rollbacks: picks what is undone from the ledger, and refuses what cannot go
 * back. Thread-safe.
 */
final class Rollbacks {
  static final ReasonCode NOTHING_TO_ROLL_BACK = ReasonCode.of("nothing-to-roll-back");
  static final ReasonCode FORWARD_ONLY = ReasonCode.of("rollback-forward-only");
  static final ReasonCode STAGE_BUSY = ReasonCode.of("rollback-stage-busy");
  static final ReasonCode NOT_LIVE_THERE = ReasonCode.of("rollback-not-live-there");
  private final Journal journal;
  private final Registry registry;
  private final Supplier<Rulebook> rulebook;

  Rollbacks(Journal journal, Registry registry, Supplier<Rulebook> rulebook) {
    this.journal = journal;
    this.registry = registry;
    this.rulebook = rulebook;
  }

  Answer propose(
      ApplicationName application,
      StageName stage,
      Optional<PromotionId> to,
      String why,
      Caller claimed) {
    Rulebook rules = rulebook.get();
    Actor by = rules.directory().today(claimed.actor());
    Optional<Reason> refusal =
        rules.refusal(claimed, Verb.PROPOSE, Place.of(application.value(), stage.value()));
    if (refusal.isEmpty() && by.kind() == Actor.Kind.ASSISTANT) {
      refusal = Optional.of(notForAssistants(application, stage, by));
    }
    List<PromotionSummary> all = registry.newest(application, stage);
    Optional<PromotionSummary> open =
        all.stream().filter(p -> !p.phase().isFinal() && p.rollback().isPresent()).findFirst();
    if (refusal.isEmpty() && open.isPresent()) {
      return new Answer.Accepted(journal.find(open.get().id()).orElseThrow());
    }
    if (refusal.isEmpty()) {
      refusal = busy(all);
    }
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    List<PromotionSummary> live = live(all);
    String where = "application " + application + ", stage " + stage;
    if (live.isEmpty()) {
      return new Answer.Refused(nothing(application, stage, where, rules));
    }
    int kept = to.isEmpty() ? 1 : index(live, to.get());
    if (kept < 1) {
      return new Answer.Refused(notLive(to.orElseThrow(), live, where, kept == 0));
    }
    return live.subList(0, kept).stream()
        .flatMap(summary -> journal.find(summary.id()).stream())
        .filter(Rollbacks::isForwardOnly)
        .findFirst()
        .<Answer>map(bound -> new Answer.Refused(forwardOnly(bound)))
        .orElseGet(() -> begin(application, stage, live, kept, why, by));
  }

  /** What the stage is made of, newest first: promotions that hold it and were not rolled back. */
  private static List<PromotionSummary> live(List<PromotionSummary> all) {
    Set<PromotionId> undone = new HashSet<>();
    List<PromotionSummary> live = new ArrayList<>();
    for (PromotionSummary promotion : all) {
      if (promotion.rollback().isPresent()) {
        if (promotion.phase() == PromotionPhase.SUCCEEDED) {
          undone.addAll(promotion.rollback().get().undoes());
        }
      } else if (promotion.holdsAnything() && !undone.contains(promotion.id())) {
        live.add(promotion);
      }
    }
    return live;
  }

  private static int index(List<PromotionSummary> live, PromotionId wanted) {
    for (int i = 0; i < live.size(); i++) {
      if (live.get(i).id().equals(wanted) && live.get(i).phase() == PromotionPhase.SUCCEEDED) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isForwardOnly(Promotion promotion) {
    WayBack allowed = promotion.lastPlan().map(Plan::wayBack).orElse(WayBack.STOP);
    return allowed.compareTo(WayBack.ASK) > 0;
  }

  private Answer begin(
      ApplicationName application,
      StageName stage,
      List<PromotionSummary> live,
      int kept,
      String why,
      Actor by) {
    Optional<Promotion> restored =
        live.stream()
            .skip(kept)
            .filter(p -> p.phase() == PromotionPhase.SUCCEEDED)
            .findFirst()
            .flatMap(summary -> journal.find(summary.id()));
    Rollback rollback =
        new Rollback(
            live.subList(0, kept).stream().map(PromotionSummary::id).toList(),
            restored.map(Promotion::id));
    String title =
        "Roll back " + RollbackPlanner.names(rollback) + (why.isBlank() ? "" : ": " + why);
    Change change =
        restored
            .map(Promotion::change)
            .map(c -> new Change(application, c.artifacts(), c.source(), c.authors(), title))
            .orElseGet(
                () -> new Change(application, List.of(), Optional.empty(), List.of(), title));
    PromotionId id = PromotionId.of(change.id(), application, stage, journal.now());
    journal.wakeSoon(new WakeUp.Decide(id));
    try {
      journal.append(
          id, 0, by, List.of(new PromotionEvent.Proposed(change, stage, Optional.of(rollback))));
    } catch (StaleStateException sameIdAtTheSameTime) {
      return journal
          .find(id)
          .<Answer>map(Answer.Accepted::new)
          .orElseThrow(() -> sameIdAtTheSameTime);
    }
    journal.wake(new WakeUp.Decide(id));
    return new Answer.Accepted(journal.find(id).orElseThrow());
  }

  /** A promotion that runs there may still write; what it wrote would not be in the rollback. */
  private static Optional<Reason> busy(List<PromotionSummary> all) {
    return all.stream()
        .filter(p -> p.phase() == PromotionPhase.RUNNING)
        .findFirst()
        .map(
            p ->
                new Reason(
                    STAGE_BUSY,
                    "Promotion " + p.id() + " runs in this stage and may still write.",
                    "application " + p.application() + ", stage " + p.stage(),
                    "Stop it first, then roll back.",
                    new NextStep.Abort(p.id().value())));
  }

  private static Reason nothing(
      ApplicationName application, StageName stage, String where, Rulebook rules) {
    Optional<PromotionPath> path = rules.path(application);
    if (path.isEmpty()) {
      return Planner.unknownApplication(application, rules);
    }
    if (path.get().stage(stage).isEmpty()) {
      return Planner.unknownStage(path.get(), stage);
    }
    return new Reason(
        NOTHING_TO_ROLL_BACK,
        "The ledger knows no promotion that holds this stage.",
        where,
        "Promote the version you need.",
        new NextStep.Promote(application.value(), stage.value()));
  }

  private static Reason notLive(
      PromotionId wanted, List<PromotionSummary> live, String where, boolean newest) {
    List<String> known =
        live.stream()
            .skip(1)
            .filter(p -> p.phase() == PromotionPhase.SUCCEEDED)
            .map(p -> p.id().value())
            .limit(5)
            .toList();
    return new Reason(
        NOT_LIVE_THERE,
        newest
            ? "The stage holds what promotion " + wanted + " left; there is nothing newer to undo."
            : "The ledger does not know that promotion "
                + wanted
                + " was live in this stage and not rolled back since.",
        where,
        known.isEmpty()
            ? "No earlier promotion is known there; leave --to out to undo the newest one."
            : "Use one of: " + String.join(", ", known) + ".");
  }

  private static Reason forwardOnly(Promotion bound) {
    WayBack allowed = bound.lastPlan().map(Plan::wayBack).orElse(WayBack.STOP);
    return new Reason(
        FORWARD_ONLY,
        "Promotion "
            + bound.id()
            + " cannot be taken back: "
            + allowed.meaning()
            + ". Its reversibility is "
            + bound.lastPlan().map(p -> p.risk().reversibility().name()).orElse("unknown")
            + ".",
        "promotion " + bound.id() + ", stage " + bound.stage(),
        "Prepare a fix that goes forward and promote it.");
  }

  private static Reason notForAssistants(ApplicationName application, StageName stage, Actor by) {
    return new Reason(
        ReasonCode.of("approver-not-a-person"),
        by.id() + " is an assistant and cannot roll back.",
        "application " + application + ", stage " + stage,
        "Ask a person or a service.");
  }
}
