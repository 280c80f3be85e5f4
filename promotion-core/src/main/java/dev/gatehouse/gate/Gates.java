package dev.gatehouse.gate;

import dev.gatehouse.approval.Waiver;
import dev.gatehouse.approval.WaiverCheck;
import dev.gatehouse.policy.GateName;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The gates of an installation, asked in order, with waivers applied.
 *
 * @param gates in the order in which people read them
 */
public record Gates(List<Gate> gates) {
  /** Copies the list. */
  public Gates {
    gates = List.copyOf(gates);
  }

  /** Returns the gates that Gatehouse brings. */
  public static Gates standard() {
    return new Gates(
        List.of(
            new RiskGate(),
            new StageOrderGate(),
            new StageFreeGate(),
            new SoakTimeGate(),
            new EvidenceGate(),
            new DefinitionOfDoneGate(),
            new ApprovalGate(),
            new ConfirmationGate(),
            new PromotionWindowGate(),
            new ShardGate()));
  }

  /** Returns the names of all gates. */
  public List<GateName> names() {
    return gates.stream().map(Gate::name).toList();
  }

  /** Returns what a waiver can name: every gate, and the two parts of a bake. */
  public List<GateName> waivable() {
    return Stream.concat(names().stream(), Stream.of(GateName.BAKE, GateName.BAKE_SAMPLES))
        .toList();
  }

  /**
   * Asks the gates before a wave: all of them before the first one.
   *
   * <p>Whatever the risk says about the change, every gate is asked. Only a gate itself may say
   * that it asks for nothing.
   */
  public List<GateResult> judge(GateContext context) {
    return context.isFirstWave() ? ask(context) : judgeAgain(context);
  }

  /**
   * Asks the gates that are asked at every wave, those that a revocation closed, and every other
   * one whether it refuses by now. What was enough before, such as an approval, may have expired
   * since; what is refused or revoked holds.
   */
  public List<GateResult> judgeAgain(GateContext context) {
    Set<GateName> everyWave = named(Gate.Moment.BEFORE_WAVE);
    return gates.stream()
        .filter(gate -> isAsked(gate, Gate.Moment.BEFORE_START, Gate.Moment.BEFORE_WAVE))
        .map(gate -> asked(gate, again(gate, context), context))
        .filter(
            result ->
                everyWave.contains(result.gate())
                    || context.revoked().contains(result.gate())
                    || result.verdict().outcome() == GateVerdict.Outcome.FAILED)
        .toList();
  }

  /** Asks the gates that are judged while the wave bakes. */
  public List<GateResult> whileBaking(GateContext context) {
    return askAgain(Gate.Moment.WHILE_BAKING, gate -> gate.judgeWhileBaking(context), context);
  }

  /** Asks the gates of every wave for one that cannot start yet, because the wave before bakes. */
  public List<GateResult> ahead(GateContext context) {
    return askAgain(Gate.Moment.BEFORE_WAVE, gate -> gate.judgeAgain(context), context);
  }

  private List<GateResult> askAgain(
      Gate.Moment moment, Function<Gate, GateVerdict> question, GateContext context) {
    return gates.stream()
        .filter(gate -> isAsked(gate, moment))
        .map(gate -> asked(gate, question.apply(gate), context))
        .toList();
  }

  private List<GateResult> ask(GateContext context) {
    return gates.stream()
        .filter(gate -> isAsked(gate, Gate.Moment.BEFORE_START))
        .map(gate -> asked(gate, gate.judge(context), context))
        .toList();
  }

  /** Returns the gates that are judged at this moment, in the order in which people read them. */
  public Set<GateName> named(Gate.Moment moment) {
    return gates.stream()
        .filter(gate -> isAsked(gate, moment))
        .map(Gate::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean isAsked(Gate gate, Gate.Moment... moments) {
    return Stream.of(moments).anyMatch(gate.moments()::contains);
  }

  private static GateResult asked(Gate gate, GateVerdict verdict, GateContext context) {
    return new GateResult(gate.name(), waived(gate, verdict, context));
  }

  private static GateVerdict again(Gate gate, GateContext context) {
    return context.revoked().contains(gate.name()) ? gate.judge(context) : gate.judgeAgain(context);
  }

  private static GateVerdict waived(Gate gate, GateVerdict verdict, GateContext context) {
    if (verdict.opens() || context.waivers().isEmpty()) {
      return verdict;
    }
    Optional<Waiver> waiver =
        WaiverCheck.lifting(
            context.plan(),
            context.involved(),
            context.waivers(),
            gate.name(),
            context.directory(),
            context.now());
    return waiver
        .<GateVerdict>map(GateVerdict.Waived::new)
        .orElseGet(() -> WaitingWaiver.saidBy(verdict, gate.name(), context));
  }
}
