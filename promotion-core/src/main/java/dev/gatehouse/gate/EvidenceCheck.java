package dev.gatehouse.gate;

import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Bound;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares the facts that are asked for with the facts that are known. */
final class EvidenceCheck {
  static final ReasonCode MISSING = ReasonCode.of("evidence-missing");
  static final ReasonCode STALE = ReasonCode.of("evidence-stale");
  static final ReasonCode UNKNOWN = ReasonCode.of("evidence-unknown");
  static final ReasonCode UNCLEAR = ReasonCode.of("evidence-unclear");
  static final ReasonCode NEGATIVE = ReasonCode.of("evidence-negative");
  private static final String RECORD_IT = "Let your pipeline record it.";
  private static final Duration RECHECK = Duration.ofMinutes(15);

  private EvidenceCheck() {}

  /**
   * Judges by the latest fact of each check; a negative fact fails, anything unknown is
   * inconclusive.
   */
  static GateVerdict judge(
      List<EvidenceDemand> demands, GateContext context, List<String> warnings) {
    List<String> found = new ArrayList<>(warnings);
    List<Reason> open = new ArrayList<>();
    List<String> unseen = new ArrayList<>();
    for (EvidenceDemand demand : demands) {
      Optional<Evidence> latest = latest(demand, context);
      Optional<Reason> problem = problem(demand, latest, context);
      problem.ifPresent(open::add);
      problem.filter(EvidenceCheck::isToBeSeen).ifPresent(r -> unseen.add(demand.check()));
      if (problem.isEmpty()) {
        latest.ifPresent(
            fact -> found.add(fact.check() + " by " + fact.source() + " at " + fact.at()));
      }
    }
    Optional<Reason> negative =
        open.stream().filter(reason -> reason.code().equals(NEGATIVE)).findFirst();
    if (negative.isPresent()) {
      return new GateVerdict.Failed(negative.get());
    }
    return open.isEmpty()
        ? new GateVerdict.Passed(found)
        : new GateVerdict.Inconclusive(joined(open, unseen), context.now().plus(RECHECK));
  }

  static Optional<Reason> problem(
      EvidenceDemand demand, Optional<Evidence> latest, GateContext context) {
    String where = context.where() + ", " + demand.check();
    NextStep attest = attest(List.of(demand.check()));
    if (latest.isEmpty()) {
      return Optional.of(
          new Reason(
              MISSING,
              "No evidence for " + demand.check() + " from any source.",
              where,
              RECORD_IT,
              attest));
    }
    Evidence fact = latest.get();
    if (!demand.isFresh(fact, context.now())) {
      String age = demand.maxAge().map(Spans::text).orElse("now");
      return Optional.of(
          new Reason(
              STALE,
              demand.check()
                  + " was seen by "
                  + fact.source()
                  + " at "
                  + fact.at()
                  + ", older than "
                  + age
                  + ".",
              where,
              RECORD_IT,
              attest));
    }
    return notMet(demand, fact, context, where);
  }

  private static Optional<Reason> notMet(
      EvidenceDemand demand, Evidence fact, GateContext context, String where) {
    return switch (fact.kind()) {
      case CONDITION -> notTrue(demand, (Evidence.Condition) fact, where);
      case MEASUREMENT -> outOfBound(demand, (Evidence.Measurement) fact, where);
      case ATTESTATION -> aboutAnother(demand, (Evidence.Attestation) fact, context, where);
    };
  }

  private static Optional<Reason> notTrue(
      EvidenceDemand demand, Evidence.Condition fact, String where) {
    if (fact.status() == Evidence.Condition.Status.TRUE) {
      return demand.bound().map(bound -> numberWanted(demand, bound, fact, where));
    }
    boolean negative = fact.status() == Evidence.Condition.Status.FALSE;
    String how = negative ? "not met" : "unknown";
    return Optional.of(
        new Reason(
            negative ? NEGATIVE : UNKNOWN,
            demand.check() + " is " + how + ": " + fact.detail(),
            where + ", source " + fact.source(),
            "Fix it and record it again, or ask for a waiver of this gate."));
  }

  private static Optional<Reason> outOfBound(
      EvidenceDemand demand, Evidence.Measurement fact, String where) {
    String seen = demand.check() + " is " + Bound.number(fact.value()) + " by " + fact.source();
    String at = where + ", source " + fact.source();
    if (demand.bound().isEmpty()) {
      return Optional.of(
          new Reason(
              UNCLEAR,
              seen + ": a number is neither true nor false, and the rules name no threshold.",
              at,
              "Record "
                  + demand.check()
                  + "=true or =false, or give it `atLeast` or `atMost` in gatehouse.yaml."));
    }
    Bound bound = demand.bound().get();
    return bound.holds(fact.value())
        ? Optional.empty()
        : Optional.of(
            new Reason(
                NEGATIVE,
                seen + "; the rules ask for " + bound.text() + ".",
                at,
                "Fix it and record it again, or ask for a waiver of this gate."));
  }

  /** What somebody states about another artifact says nothing about this change. */
  private static Optional<Reason> aboutAnother(
      EvidenceDemand demand, Evidence.Attestation fact, GateContext context, String where) {
    if (demand.bound().isPresent()) {
      return demand.bound().map(bound -> numberWanted(demand, bound, fact, where));
    }
    Change change = context.plan().change();
    boolean ours =
        change.source().map(source -> source.value().equals(fact.subject())).orElse(false)
            || change.artifacts().stream()
                .flatMap(artifact -> artifact.digest().stream())
                .anyMatch(fact.subject()::equals);
    return ours
        ? Optional.empty()
        : Optional.of(
            new Reason(
                UNCLEAR,
                demand.check()
                    + " is stated by "
                    + fact.source()
                    + " about "
                    + fact.subject()
                    + ", which is not in this change.",
                where + ", source " + fact.source(),
                "Record it for an artifact or the source commit of this change."));
  }

  private static Reason numberWanted(
      EvidenceDemand demand, Bound bound, Evidence fact, String where) {
    return new Reason(
        UNCLEAR,
        demand.check()
            + " by "
            + fact.source()
            + " is no number; the rules ask for "
            + bound.text()
            + ".",
        where + ", source " + fact.source(),
        "Record the number.",
        new NextStep.Attest(Optional.empty(), List.of(demand.check()), true));
  }

  /** Returns the latest fact; of several at the same time the one that speaks most against it. */
  static Optional<Evidence> latest(EvidenceDemand demand, GateContext context) {
    List<Evidence> facts =
        context.evidence().stream().filter(fact -> fact.check().equals(demand.check())).toList();
    Optional<Instant> newest = facts.stream().map(Evidence::at).max(Comparator.naturalOrder());
    return facts.stream()
        .filter(fact -> newest.filter(fact.at()::equals).isPresent())
        .max(Comparator.comparingInt(fact -> weight(demand, fact, context)));
  }

  private static int weight(EvidenceDemand demand, Evidence fact, GateContext context) {
    return notMet(demand, fact, context, context.where())
        .map(reason -> reason.code().equals(NEGATIVE) ? 2 : 1)
        .orElse(0);
  }

  private static boolean isToBeSeen(Reason problem) {
    return problem.code().equals(MISSING) || problem.code().equals(STALE);
  }

  private static NextStep attest(List<String> checks) {
    return new NextStep.Attest(Optional.empty(), checks, false);
  }

  private static Reason joined(List<Reason> open, List<String> unseen) {
    Reason first = open.get(0);
    if (open.size() == 1) {
      return first;
    }
    String all = String.join(" ", open.stream().map(Reason::what).toList());
    return isToBeSeen(first)
        ? new Reason(first.code(), all, first.where(), RECORD_IT, attest(unseen))
        : first.saying(all, first.where());
  }
}
