package dev.gatehouse.gate;

import dev.gatehouse.evidence.Bound;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;

/**
 * Compares one fact with what is asked for; pure.
 *
 * @param demand what is asked for
 * @param context where
 */
record FactCheck(EvidenceDemand demand, GateContext context) {
  private static final String FIX = "Fix it and record it again, or ask for a waiver of this gate.";

  /** Returns why the fact does not meet the demand; its code tells whether it speaks against it. */
  Optional<Reason> problem(Evidence fact) {
    return switch (fact.kind()) {
      case CONDITION -> notTrue((Evidence.Condition) fact);
      case MEASUREMENT -> outOfBound((Evidence.Measurement) fact);
      case ATTESTATION -> aboutAnother((Evidence.Attestation) fact);
    };
  }

  static boolean isNegative(Reason reason) {
    return reason.code().equals(EvidenceCodes.NEGATIVE);
  }

  /** Returns the words that show a fact beside another one. */
  static String shown(Evidence fact) {
    String value =
        switch (fact.kind()) {
          case CONDITION ->
              ((Evidence.Condition) fact).status().name().toLowerCase(java.util.Locale.ROOT);
          case MEASUREMENT -> Bound.number(((Evidence.Measurement) fact).value());
          case ATTESTATION -> "a statement about " + ((Evidence.Attestation) fact).subject();
        };
    return value + " by " + fact.source() + " at " + fact.at();
  }

  private Optional<Reason> notTrue(Evidence.Condition fact) {
    if (fact.status() == Evidence.Condition.Status.TRUE) {
      return demand
          .bound()
          .map(bound -> numberWanted(bound, fact))
          .or(() -> demand.shape().map(shape -> statementWanted(fact)));
    }
    boolean negative = fact.status() == Evidence.Condition.Status.FALSE;
    String how = negative ? "not met" : "unknown";
    return Optional.of(
        new Reason(
            negative ? EvidenceCodes.NEGATIVE : EvidenceCodes.UNKNOWN,
            demand.check() + " is " + how + ": " + fact.detail(),
            where(fact),
            FIX));
  }

  private Optional<Reason> outOfBound(Evidence.Measurement fact) {
    String seen = demand.check() + " is " + Bound.number(fact.value()) + " by " + fact.source();
    if (demand.bound().isEmpty() && demand.shape().isPresent()) {
      return Optional.of(statementWanted(fact));
    }
    if (demand.bound().isEmpty()) {
      return Optional.of(
          new Reason(
              EvidenceCodes.UNCLEAR,
              seen + ": a number is neither true nor false, and the rules name no threshold.",
              where(fact),
              "Record "
                  + demand.check()
                  + "=true or =false, or give it `atLeast` or `atMost` in gatehouse.yaml."));
    }
    Bound bound = demand.bound().get();
    return bound.holds(fact.value())
        ? Optional.empty()
        : Optional.of(
            new Reason(
                EvidenceCodes.NEGATIVE,
                seen + "; the rules ask for " + bound.text() + ".",
                where(fact),
                FIX));
  }

  /** A statement about another artifact says nothing about this change. */
  private Optional<Reason> aboutAnother(Evidence.Attestation fact) {
    if (demand.bound().isPresent()) {
      return demand.bound().map(bound -> numberWanted(bound, fact));
    }
    return SubjectMatch.isStated(context.plan().change(), fact.subject())
        ? Optional.empty()
        : Optional.of(
            new Reason(
                EvidenceCodes.UNCLEAR,
                demand.check()
                    + " is stated by "
                    + fact.source()
                    + " about "
                    + fact.subject()
                    + ", which is not in this change.",
                where(fact),
                "Record it for an artifact or the source commit of this change."));
  }

  private Reason numberWanted(Bound bound, Evidence fact) {
    return new Reason(
        EvidenceCodes.UNCLEAR,
        demand.check()
            + " by "
            + fact.source()
            + " is no number; the rules ask for "
            + bound.text()
            + ".",
        where(fact),
        "Record the number.",
        new NextStep.Attest(Optional.empty(), List.of(demand.check().value()), true));
  }

  private Reason statementWanted(Evidence fact) {
    return new Reason(
        EvidenceCodes.UNCLEAR,
        demand.check()
            + " is "
            + shown(fact)
            + "; the rules ask for a statement about an artifact or commit of this change.",
        where(fact),
        "Record "
            + demand.check()
            + "=sha256:<digest of the artifact>, or "
            + demand.check()
            + "=<source commit>.");
  }

  private String where(Evidence fact) {
    return context.where() + ", " + demand.check() + ", source " + fact.source();
  }
}
