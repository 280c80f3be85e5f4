package dev.gatehouse.promotion;

import dev.gatehouse.gate.GateResult;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what an open promotion waits for; pure, so that each host says the same. */
public final class Waits {
  /** Gates that look again when they open, and not only from time to time. */
  private static final Set<GateName> BY_TIME =
      Set.of(GateName.SOAK_TIME, GateName.PROMOTION_WINDOW);

  private final Promotion promotion;
  private final Rulebook rules;
  private final Instant now;

  private Waits(Promotion promotion, Rulebook rules, Instant now) {
    this.promotion = promotion;
    this.rules = rules;
    this.now = now;
  }

  /** Returns each thing that it waits for; an open promotion waits for one at least. */
  public static List<Wait> of(Promotion promotion, Rulebook rules, Instant now) {
    return promotion.phase().isFinal() ? List.of() : new Waits(promotion, rules, now).all();
  }

  private List<Wait> all() {
    List<Wait> waits = new ArrayList<>();
    if (promotion.stop() == Promotion.Stop.ASKED) {
      waits.add(wayBack());
    }
    promotion.inFlight().forEach(target -> waits.add(target(target)));
    if (promotion.inFlight().isEmpty() && promotion.stop() == Promotion.Stop.NONE) {
      promotion.holding().forEach(result -> waits.add(gate(result)));
      Baking.of(promotion, rules.directory(), now)
          .filter(baking -> !baking.isOver(now))
          .ifPresent(baking -> waits.add(baking(baking)));
    }
    return waits.isEmpty() ? List.of(process()) : List.copyOf(waits);
  }

  private Wait wayBack() {
    Optional<Reason> reason = promotion.reason();
    return new Wait(
        Wait.Kind.PERSON,
        Optional.empty(),
        reason.map(Reason::what).orElse("A person must choose: revert or fix forward."),
        Optional.empty(),
        "a person who may approve",
        reason.map(Reason::next).orElse("Choose: revert, or fix forward."),
        steps(reason, new NextStep.ChooseRollback(id())));
  }

  private Wait gate(GateResult result) {
    Optional<Reason> reason = result.verdict().holdReason();
    return new Wait(
        Wait.Kind.GATE,
        Optional.empty(),
        reason.map(Reason::what).orElse("Gate " + result.gate() + " holds."),
        result.verdict().looksAgainAt().filter(at -> BY_TIME.contains(result.gate())),
        "gate " + result.gate(),
        reason.map(Reason::next).orElse("A waiver of gate " + result.gate() + "."),
        steps(reason, new NextStep.Waive(Optional.of(id()), result.gate().value())));
  }

  private List<NextStep> steps(Optional<Reason> reason, NextStep otherwise) {
    return reason.map(why -> why.of(id()).steps()).orElse(List.of(otherwise));
  }

  private String id() {
    return promotion.id().value();
  }

  private Wait baking(Baking baking) {
    boolean lacksSamples = baking.samples() > baking.seen();
    String waived = GateName.BAKE + (lacksSamples ? "-samples" : "");
    NextStep waiver = new NextStep.Waive(Optional.of(id()), waived);
    return new Wait(
        Wait.Kind.BAKE,
        Optional.empty(),
        "wave " + baking.wave() + " is " + baking.text(now),
        Optional.of(baking.until()).filter(at -> at.isAfter(now)),
        "the bake of the control model",
        lacksSamples ? "More samples, or a waiver." : "Time, or a waiver.",
        lacksSamples
            ? List.of(
                new NextStep.Attest(Optional.of(id()), List.of(Bake.SAMPLES.value()), true), waiver)
            : List.of(waiver));
  }

  private Wait target(TargetState state) {
    Optional<Target> target = defined(state.target());
    if (state.isOverdue()) {
      return of(Wait.Kind.PERSON, state, "a person who may approve", Optional.empty());
    }
    if (state.isLate()) {
      String holder = state.reason().orElseThrow().where();
      return of(Wait.Kind.PERSON, state, holder, Optional.empty());
    }
    if (state.reason().isEmpty()) {
      return atWork(state, target);
    }
    Optional<Instant> deadline =
        state.deadline(target.map(Target::healthyWithin).orElse(Target.HEALTHY_WITHIN));
    return of(Wait.Kind.MACHINE, state, state.reason().get().where(), deadline);
  }

  private static Wait of(
      Wait.Kind kind, TargetState state, String holder, Optional<Instant> until) {
    Reason reason = state.reason().orElseThrow();
    return new Wait(
        kind,
        Optional.of(state.target()),
        reason.what(),
        until,
        holder,
        reason.next(),
        reason.steps());
  }

  private Wait atWork(TargetState state, Optional<Target> target) {
    String what =
        switch (state.step()) {
          case STARTED -> "to be written";
          case WRITTEN -> "written, to become live";
          default -> "to be reverted";
        };
    Duration within = target.map(Target::healthyWithin).orElse(Target.HEALTHY_WITHIN);
    Optional<ShardName> shard = target.map(Target::shard);
    String serves = shard.map(name -> "a process that serves shard " + name).orElse("a process");
    return new Wait(
        Wait.Kind.PROCESS,
        Optional.of(state.target()),
        stopping() + what,
        state.deadline(within),
        serves,
        "A process takes the step.",
        List.of(new NextStep.Drive(shard.map(ShardName::value))));
  }

  private String stopping() {
    return switch (promotion.stop()) {
      case ABORT -> "aborting, ";
      case ROLL_BACK -> "rolling back, ";
      default -> "";
    };
  }

  private Wait process() {
    String what =
        promotion.stop() == Promotion.Stop.ABORT
            ? "aborting"
            : promotion.lastPlan().isEmpty() ? "to be planned" : "the next step is due";
    return new Wait(
        Wait.Kind.PROCESS,
        Optional.empty(),
        what,
        Optional.empty(),
        "any process of Gatehouse",
        "A process takes the step.",
        List.of(new NextStep.Drive(Optional.empty())));
  }

  private Optional<Target> defined(TargetName name) {
    return rules.path(promotion.change().application()).flatMap(path -> path.target(name));
  }
}
