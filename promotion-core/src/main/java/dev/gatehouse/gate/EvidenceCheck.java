package dev.gatehouse.gate;

import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares the facts that are asked for with the facts that are known. */
final class EvidenceCheck {
  /** What a fact that is recorded changes; the step that says so names all of them at once. */
  private static final Set<ReasonCode> TO_RECORD =
      Set.of(
          EvidenceCodes.MISSING,
          EvidenceCodes.STALE,
          EvidenceCodes.ANOTHER,
          EvidenceCodes.UNTRUSTED);

  private static final Duration RECHECK = Duration.ofMinutes(15);

  private EvidenceCheck() {}

  /**
   * Judges by the newest fact of each source; a negative one fails, anything unknown is
   * inconclusive. What is about a bake cannot be known before the start.
   */
  static GateVerdict judge(
      List<EvidenceDemand> demands, GateContext context, List<String> warnings) {
    List<EvidenceDemand> now = demands.stream().filter(d -> !d.check().isOfBake()).toList();
    List<String> later =
        demands.stream()
            .filter(demand -> demand.check().isOfBake())
            .map(demand -> demand.check() + " is asked for while a wave bakes")
            .toList();
    return judge(
        now,
        context,
        Stream.concat(warnings.stream(), later.stream()).toList(),
        DemandCheck::problem);
  }

  /**
   * Judges only whether facts have turned against the change since it started; what was there then
   * may have grown old since.
   */
  static GateVerdict judgeAgain(List<EvidenceDemand> demands, GateContext context) {
    return judge(demands, context, List.of(), DemandCheck::turned);
  }

  /** Judges what is about the bake in full, and else only what has turned against the change. */
  static GateVerdict judgeWhileBaking(List<EvidenceDemand> demands, GateContext context) {
    return judge(
        demands,
        context,
        List.of(),
        check -> check.demand().check().isOfBake() ? check.problem() : check.turned());
  }

  private static GateVerdict judge(
      List<EvidenceDemand> demands,
      GateContext context,
      List<String> warnings,
      Function<DemandCheck, Optional<Reason>> problem) {
    List<String> found = new ArrayList<>(warnings);
    List<Reason> open = new ArrayList<>();
    List<String> toRecord = new ArrayList<>();
    for (EvidenceDemand demand : demands) {
      DemandCheck check = new DemandCheck(demand, context);
      Optional<Reason> reason = problem.apply(check);
      reason.ifPresent(open::add);
      reason
          .filter(r -> TO_RECORD.contains(r.code()))
          .ifPresent(r -> toRecord.add(demand.check().value()));
      if (reason.isEmpty()) {
        check.good().forEach(f -> found.add(f.check() + " by " + f.source() + " at " + f.at()));
      }
    }
    Optional<Reason> negative = open.stream().filter(FactCheck::isNegative).findFirst();
    if (negative.isPresent()) {
      return new GateVerdict.Failed(negative.get());
    }
    return open.isEmpty()
        ? new GateVerdict.Passed(found)
        : new GateVerdict.Inconclusive(joined(open, toRecord), context.now().plus(RECHECK));
  }

  private static Reason joined(List<Reason> open, List<String> toRecord) {
    Reason first = open.get(0);
    if (open.size() == 1) {
      return first;
    }
    String all = String.join(" ", open.stream().map(Reason::what).toList());
    return TO_RECORD.contains(first.code())
        ? new Reason(
            first.code(),
            all,
            first.where(),
            first.next(),
            new NextStep.Attest(Optional.empty(), toRecord, false))
        : first.saying(all, first.where());
  }
}
