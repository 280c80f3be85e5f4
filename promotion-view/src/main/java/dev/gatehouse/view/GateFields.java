package dev.gatehouse.view;

import dev.gatehouse.approval.Waiver;
import dev.gatehouse.gate.Gate;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers of gates, and waivers, as data. */
public final class GateFields {
  private GateFields() {}

  /** Returns the fields of one answer. */
  public static Map<String, @Nullable Object> of(GateResult result, StepWording words) {
    GateVerdict verdict = result.verdict();
    Optional<Waiver> waiver =
        verdict instanceof GateVerdict.Waived waived ? Optional.of(waived.by()) : Optional.empty();
    return Fields.of("gate", result.gate())
        .and("outcome", verdict.outcome())
        .and("reason", verdict.holdReason().map(reason -> ReasonFields.of(reason, words)))
        .and("recheckAt", verdict.looksAgainAt())
        .and("waiver", waiver.map(GateFields::of))
        .map();
  }

  /** Returns the name of a gate and when it is judged. */
  public static Map<String, @Nullable Object> of(Gate gate) {
    return Fields.of("gate", gate.name())
        .and("judged", gate.moments().stream().sorted().map(Gate.Moment::words).toList())
        .map();
  }

  /** Returns the fields of a waiver. */
  public static Map<String, @Nullable Object> of(Waiver waiver) {
    return Fields.of("gate", waiver.gate())
        .and("owner", waiver.owner())
        .and("justification", waiver.justification())
        .and("scope", waiver.scope())
        .and("plan", waiver.planHash())
        .and("expiresAt", waiver.expiresAt())
        .and("grantedBy", waiver.grantedBy())
        .and("confirmedBy", waiver.confirmedBy())
        .map();
  }
}
