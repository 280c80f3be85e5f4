package dev.gatehouse.approval;

import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.WaiverRules;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.risk.RiskLevel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;

/**
 * A documented exception: one gate is lifted, for a reason, by someone, until a time.
 *
 * @param gate the gate it lifts
 * @param owner who answers for it
 * @param justification why
 * @param scope how far it reaches
 * @param planHash the plan it was granted for
 * @param expiresAt when it ends
 * @param grantedBy who granted it
 * @param confirmedBy the second person, where one is needed
 */
public record Waiver(
    GateName gate,
    String owner,
    String justification,
    Scope scope,
    PlanHash planHash,
    Instant expiresAt,
    String grantedBy,
    Optional<String> confirmedBy) {
  /** The refusal of a waiver with a part missing. */
  public static final ReasonCode INCOMPLETE = ReasonCode.of("waiver-incomplete");

  /** The refusal of a waiver that ends later than the rules allow. */
  public static final ReasonCode TOO_LONG = ReasonCode.of("waiver-too-long");

  /** Gates that ask people or facts: from HIGH on, one person alone does not lift them. */
  private static final Set<GateName> JUDGED =
      Set.of(
          GateName.APPROVAL,
          GateName.BRANCH,
          GateName.CONFIRMATION,
          GateName.DEFINITION_OF_DONE,
          GateName.EVIDENCE,
          GateName.RISK);

  /** How far a waiver reaches. */
  public enum Scope {
    /** This plan; a new plan needs a new waiver. */
    PLAN,
    /** This promotion, whatever its plan becomes. */
    PROMOTION
  }

  /**
   * Returns whether it lifts this gate now.
   *
   * @param plan the plan in force; empty where there is none
   */
  public boolean lifts(GateName wanted, Optional<PlanHash> plan, Instant now, boolean twoPeople) {
    return gate.equals(wanted)
        && now.isBefore(expiresAt)
        && (scope == Scope.PROMOTION || plan.filter(planHash::equals).isPresent())
        && (!twoPeople || confirmedBy.isPresent());
  }

  /** Returns whether a waiver of this gate needs a second person where the risk is this high. */
  public static boolean needsTwoPeople(GateName gate, RiskLevel level) {
    RiskLevel from = JUDGED.contains(gate) ? RiskLevel.HIGH : RiskLevel.CRITICAL;
    return level.compareTo(from) >= 0;
  }

  /** Returns this waiver with its second person. */
  public Waiver confirmed(String by) {
    return new Waiver(
        gate, owner, justification, scope, planHash, expiresAt, grantedBy, Optional.of(by));
  }

  /** Returns what is missing or wrong, or empty when the waiver may be granted at this time. */
  public Optional<Reason> problem(Instant now, WaiverRules rules) {
    String where = "waiver of gate " + gate;
    if (owner.isBlank()) {
      return Optional.of(incomplete(where, "names no owner", "Say who answers for it: --owner."));
    }
    if (justification.strip().length() < 10) {
      return Optional.of(
          incomplete(
              where,
              justification.isBlank()
                  ? "gives no reason"
                  : "gives a reason of less than ten characters",
              "Say why in at least ten characters: --reason."));
    }
    if (!expiresAt.isAfter(now)) {
      return Optional.of(
          incomplete(where, "has already expired", "Choose a later end: --expires."));
    }
    if (expiresAt.isAfter(now.plus(rules.longest()))) {
      return Optional.of(tooLong(where, now.plus(rules.longest())));
    }
    if (gate.equals(GateName.RISK) && scope != Scope.PLAN) {
      return Optional.of(
          incomplete(where, "would outlive the plan it was judged on", "Use --scope plan."));
    }
    return Optional.empty();
  }

  private static Reason tooLong(String where, Instant latest) {
    return new Reason(
        TOO_LONG,
        "The waiver would last longer than the rules allow.",
        where,
        "Choose an end no later than "
            + latest.truncatedTo(ChronoUnit.SECONDS)
            + " (--expires), or change `waivers.longest` in gatehouse.yaml.");
  }

  private static Reason incomplete(String where, String what, String next) {
    return new Reason(INCOMPLETE, "The waiver " + what + ".", where, next);
  }
}
