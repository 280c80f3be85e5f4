package dev.gatehouse.policy;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Instant;
import java.util.Optional;

/**
 * A documented exception: one gate is lifted, for a reason, by somebody, until a time.
 *
 * @param gate the gate it lifts
 * @param owner who answers for it
 * @param justification why
 * @param scope how far it reaches
 * @param planHash the plan it was granted for
 * @param expiresAt when it ends
 * @param grantedBy who granted it
 * @param confirmedBy the second person, needed for CRITICAL
 */
public record Waiver(
    GateName gate,
    String owner,
    String justification,
    Scope scope,
    String planHash,
    Instant expiresAt,
    String grantedBy,
    Optional<String> confirmedBy) {
  /** The refusal of a waiver with a part missing. */
  public static final ReasonCode INCOMPLETE = ReasonCode.of("waiver-incomplete");

  /** How far a waiver reaches. */
  public enum Scope {
    /** This plan; a new plan needs a new waiver. */
    PLAN,
    /** This promotion, whatever its plan becomes. */
    PROMOTION
  }

  /** Tells whether it lifts this gate for this plan now. */
  public boolean lifts(GateName wanted, String currentHash, Instant now, boolean twoPeople) {
    return gate.equals(wanted)
        && now.isBefore(expiresAt)
        && (scope == Scope.PROMOTION || planHash.equals(currentHash))
        && (!twoPeople || confirmedBy.isPresent());
  }

  /** Returns this waiver with its second person. */
  public Waiver confirmed(String by) {
    return new Waiver(
        gate, owner, justification, scope, planHash, expiresAt, grantedBy, Optional.of(by));
  }

  /** Returns what is missing or wrong, or empty when the waiver may be granted at this time. */
  public Optional<Reason> problem(Instant now) {
    String where = "waiver of gate " + gate;
    if (owner.isBlank()) {
      return Optional.of(incomplete(where, "names no owner", "Say who answers for it: --owner."));
    }
    if (justification.strip().length() < 10) {
      return Optional.of(
          incomplete(where, "gives no reason", "Say why in at least ten characters: --reason."));
    }
    if (!expiresAt.isAfter(now)) {
      return Optional.of(
          incomplete(where, "has already expired", "Choose a later end: --expires."));
    }
    if (gate.equals(GateName.RISK) && scope != Scope.PLAN) {
      return Optional.of(
          incomplete(where, "would outlive the plan it was judged on", "Use --scope plan."));
    }
    return Optional.empty();
  }

  private static Reason incomplete(String where, String what, String next) {
    return new Reason(INCOMPLETE, "The waiver " + what + ".", where, next);
  }
}
