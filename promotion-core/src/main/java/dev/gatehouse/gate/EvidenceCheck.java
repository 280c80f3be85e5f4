package dev.gatehouse.gate;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Compares the facts that are asked for with the facts that are known. */
final class EvidenceCheck {
  static final ReasonCode MISSING = ReasonCode.of("evidence-missing");
  static final ReasonCode STALE = ReasonCode.of("evidence-stale");
  static final ReasonCode UNKNOWN = ReasonCode.of("evidence-unknown");
  static final ReasonCode NEGATIVE = ReasonCode.of("evidence-negative");
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
    String attest = attest(List.of(demand.check()));
    if (latest.isEmpty()) {
      return Optional.of(
          new Reason(
              MISSING,
              "There is no evidence for " + demand.check() + " in any source.",
              where,
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
              attest));
    }
    return notTrue(demand, fact, where);
  }

  private static Optional<Reason> notTrue(EvidenceDemand demand, Evidence fact, String where) {
    if (!(fact instanceof Evidence.Condition condition)
        || condition.status() == Evidence.Condition.Status.TRUE) {
      return Optional.empty();
    }
    boolean negative = condition.status() == Evidence.Condition.Status.FALSE;
    String how = negative ? "not met" : "unknown";
    return Optional.of(
        new Reason(
            negative ? NEGATIVE : UNKNOWN,
            demand.check() + " is " + how + ": " + condition.detail(),
            where + ", source " + condition.source(),
            "Mend it and record it again, or ask for a waiver of this gate."));
  }

  static Optional<Evidence> latest(EvidenceDemand demand, GateContext context) {
    return context.evidence().stream()
        .filter(fact -> fact.check().equals(demand.check()))
        .max(Comparator.comparing(Evidence::at));
  }

  private static boolean isToBeSeen(Reason problem) {
    return problem.code().equals(MISSING) || problem.code().equals(STALE);
  }

  private static String attest(List<String> checks) {
    return "Let your pipeline record it: gatehouse attest <promotion> "
        + String.join("=true ", checks)
        + "=true.";
  }

  private static Reason joined(List<Reason> open, List<String> unseen) {
    Reason first = open.get(0);
    if (open.size() == 1) {
      return first;
    }
    String all = String.join(" ", open.stream().map(Reason::what).toList());
    return new Reason(
        first.code(), all, first.where(), isToBeSeen(first) ? attest(unseen) : first.next());
  }
}
