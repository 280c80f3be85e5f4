package dev.gatehouse.gate;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.Spans;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Judges one demand by what each source says now; pure.
 *
 * <p>The newest fact of each source counts. A source that is asked and gives no answer keeps what
 * it said before while that is fresh. No number of facts outvotes one against the change.
 */
final class DemandCheck {
  private static final String RECORD_IT = "Let your pipeline record it.";

  private final EvidenceDemand demand;
  private final GateContext context;
  private final FactCheck check;
  private final List<Evidence> ours = new ArrayList<>();
  private final List<Evidence> elsewhere = new ArrayList<>();
  private final List<Evidence> untrusted = new ArrayList<>();
  private final List<Evidence> stale = new ArrayList<>();
  private final List<Evidence> good = new ArrayList<>();
  private final List<Reason> against = new ArrayList<>();
  private final List<Evidence> saidAgainst = new ArrayList<>();
  private final List<Reason> wasAgainst = new ArrayList<>();
  private final List<Reason> unsure = new ArrayList<>();

  DemandCheck(EvidenceDemand demand, GateContext context) {
    this.demand = demand;
    this.context = context;
    this.check = new FactCheck(demand, context);
    context.evidence().stream()
        .filter(fact -> fact.check().equals(demand.check()))
        .forEach(this::sort);
    bySource().values().forEach(this::judge);
  }

  private void sort(Evidence fact) {
    if (!demand.trusts(fact.source())) {
      untrusted.add(fact);
    } else if (SubjectMatch.isOurs(fact, context)) {
      ours.add(fact);
    } else {
      elsewhere.add(fact);
    }
  }

  /** What a source says of one target says nothing of another one. */
  private record Voice(SourceName source, String target) implements Comparable<Voice> {
    static Voice of(Evidence fact) {
      return new Voice(fact.source(), targetOf(fact).map(TargetName::value).orElse(""));
    }

    @Override
    public int compareTo(Voice other) {
      return Comparator.comparing(Voice::source).thenComparing(Voice::target).compare(this, other);
    }
  }

  private static Optional<TargetName> targetOf(Evidence fact) {
    return fact.about().flatMap(Subject::target);
  }

  private Map<Voice, List<Evidence>> bySource() {
    return ours.stream()
        .collect(Collectors.groupingBy(Voice::of, TreeMap::new, Collectors.toList()));
  }

  private void judge(List<Evidence> ofOneSource) {
    Evidence fact = newest(answers(ofOneSource));
    Optional<Reason> problem = check.problem(fact);
    if (!demand.isFresh(fact, context.now())) {
      stale.add(fact);
      problem.filter(FactCheck::isNegative).ifPresent(wasAgainst::add);
    } else if (problem.isEmpty()) {
      good.add(fact);
    } else if (FactCheck.isNegative(problem.get())) {
      against.add(problem.get());
      saidAgainst.add(fact);
    } else {
      unsure.add(problem.get());
    }
  }

  /** That a source does not answer takes nothing back; that an actor no longer knows does. */
  private List<Evidence> answers(List<Evidence> facts) {
    Optional<Instant> known =
        facts.stream()
            .filter(fact -> !isUnknown(fact) && demand.isFresh(fact, context.now()))
            .map(Evidence::at)
            .max(Comparator.naturalOrder());
    return known.isEmpty() || facts.get(0).source().isActor()
        ? facts
        : facts.stream().filter(f -> !isUnknown(f) || !f.at().isAfter(known.get())).toList();
  }

  private static boolean isUnknown(Evidence fact) {
    return fact instanceof Evidence.Condition condition && condition.status() == Status.UNKNOWN;
  }

  /** Of several facts at the same time the one that speaks most against the change counts. */
  private Evidence newest(List<Evidence> facts) {
    return facts.stream()
        .max(Comparator.comparing(Evidence::at).thenComparingInt(this::weight))
        .orElseThrow();
  }

  private int weight(Evidence fact) {
    return check.problem(fact).map(reason -> FactCheck.isNegative(reason) ? 2 : 1).orElse(0);
  }

  EvidenceDemand demand() {
    return demand;
  }

  /** Returns the facts that meet the demand. */
  List<Evidence> good() {
    return List.copyOf(good);
  }

  /** Returns why the demand is not met, or empty when it is. */
  Optional<Reason> problem() {
    Optional<Reason> against = against();
    return against.isPresent() || isCovered() ? against : Optional.of(open());
  }

  /** Returns what speaks against the change, also when it was said too long ago to count for it. */
  Optional<Reason> turned() {
    return against().or(() -> wasAgainst.stream().findFirst());
  }

  /** Returns what speaks against the change now: a negative fact, or a conflict. */
  private Optional<Reason> against() {
    if (against.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(good.isEmpty() ? against.get(0) : conflict());
  }

  /** A fact about the change covers it; facts about single targets have to cover the whole wave. */
  private boolean isCovered() {
    List<TargetName> covered = good.stream().flatMap(fact -> targetOf(fact).stream()).toList();
    return covered.size() < good.size()
        || (!covered.isEmpty() && covered.containsAll(context.wave().targets()));
  }

  private Reason conflict() {
    String both =
        Stream.concat(saidAgainst.stream(), good.stream())
            .map(FactCheck::shown)
            .collect(Collectors.joining("; "));
    return new Reason(
        EvidenceCodes.CONFLICT,
        "Sources disagree on " + demand.check() + ": " + both + ".",
        where(),
        "Find out which one is right and have the other one record it again, or ask for a waiver.");
  }

  private Reason open() {
    if (!unsure.isEmpty()) {
      return unsure.get(0);
    }
    if (!stale.isEmpty()) {
      return isOld(newest(stale));
    }
    if (!good.isEmpty()) {
      return uncovered();
    }
    return Stream.of(elsewhere, untrusted)
        .filter(facts -> !facts.isEmpty())
        .findFirst()
        .map(facts -> notCounted(newest(facts)))
        .orElseGet(
            () ->
                reason(
                    EvidenceCodes.MISSING,
                    "No evidence for " + demand.check() + " from " + sources() + "."));
  }

  private Reason isOld(Evidence fact) {
    String age = demand.maxAge().map(Spans::text).orElse("now");
    return reason(
        EvidenceCodes.STALE,
        demand.check()
            + " was seen by "
            + fact.source()
            + " at "
            + fact.at()
            + ", older than "
            + age
            + ".");
  }

  private Reason uncovered() {
    List<String> covered =
        good.stream().flatMap(fact -> targetOf(fact).stream()).map(TargetName::value).toList();
    String missing =
        context.wave().targets().stream()
            .map(TargetName::value)
            .filter(name -> !covered.contains(name))
            .collect(Collectors.joining(", "));
    return reason(
        EvidenceCodes.MISSING, "No evidence for " + demand.check() + " on " + missing + ".");
  }

  private Reason notCounted(Evidence fact) {
    String seen = demand.check() + " is " + FactCheck.shown(fact) + ", ";
    return demand.trusts(fact.source())
        ? reason(
            EvidenceCodes.ANOTHER,
            seen
                + "about "
                + fact.about().map(Subject::text).orElse("")
                + ", which is not what is promoted here.")
        : reason(
            EvidenceCodes.UNTRUSTED,
            seen + "which does not count: the rules trust " + sources() + ".");
  }

  private String sources() {
    return demand.sources().isEmpty()
        ? "any source"
        : demand.sources().stream().map(SourceName::value).collect(Collectors.joining(" or "));
  }

  private String where() {
    return context.where() + ", " + demand.check();
  }

  private Reason reason(ReasonCode code, String what) {
    String next =
        demand.sources().isEmpty() ? RECORD_IT : "Let " + sources() + " record it for this change.";
    NextStep attest = new NextStep.Attest(Optional.empty(), List.of(demand.check().value()), false);
    return new Reason(code, what, where(), next, attest);
  }
}
