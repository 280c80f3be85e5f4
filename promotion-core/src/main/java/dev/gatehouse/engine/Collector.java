package dev.gatehouse.engine;

import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.EvidenceAnswer;
import dev.gatehouse.spi.EvidenceRequest;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.spi.WakeUp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the sources of evidence by wake-ups of their own and records what they say when it is news;
 * thread-safe.
 */
final class Collector {
  private static final Duration USUAL = Duration.ofMinutes(5);
  private static final Duration SOONEST = Duration.ofSeconds(10);
  private static final Duration LATEST = Duration.ofHours(1);
  private static final Duration NO_ANSWER = Duration.ofMinutes(1);
  private static final Duration BUSY = Duration.ofSeconds(1);
  private final Journal journal;
  private final List<EvidenceSource> sources;
  private final SourceCalls calls;
  private final Supplier<Rulebook> rulebook;

  Collector(
      Journal journal,
      List<EvidenceSource> sources,
      Duration longest,
      Supplier<Rulebook> rulebook) {
    this.journal = journal;
    this.rulebook = rulebook;
    this.sources = List.copyOf(sources);
    this.calls = new SourceCalls(longest);
  }

  /** Sets the safety wake-ups before a plan is recorded. */
  void before(PromotionId id, Plan plan) {
    wakeUps(id, plan).forEach(journal::wakeSoon);
  }

  /** Has every source that the plan asks for something asked now. */
  void now(PromotionId id, Plan plan) {
    wakeUps(id, plan).forEach(journal::wake);
  }

  /** Has every source asked that an open promotion asks for something. */
  void now(Promotion promotion) {
    promotion.plan().ifPresent(plan -> now(promotion.id(), plan));
  }

  private Stream<WakeUp> wakeUps(PromotionId id, Plan plan) {
    return sources.stream()
        .filter(source -> !asked(plan, source).isEmpty())
        .map(source -> new WakeUp.Collect(id, source.name()));
  }

  /** Asks one source; returns when to ask it again, or empty when nothing is asked any more. */
  Optional<Instant> collect(WakeUp.Collect wakeUp) {
    Optional<Promotion> promotion = journal.find(wakeUp.promotion());
    if (promotion.isEmpty() || promotion.get().phase().isFinal()) {
      return Optional.empty();
    }
    Optional<EvidenceSource> source =
        sources.stream().filter(one -> one.name().equals(wakeUp.source())).findFirst();
    Optional<Plan> plan = promotion.get().plan();
    if (source.isEmpty() || plan.isEmpty()) {
      return Optional.of(journal.now().plus(NO_ANSWER));
    }
    Set<CheckName> checks = asked(plan.get(), source.get());
    return checks.isEmpty()
        ? Optional.empty()
        : Optional.of(ask(promotion.get(), plan.get(), source.get(), checks));
  }

  private Instant ask(
      Promotion promotion, Plan plan, EvidenceSource source, Set<CheckName> checks) {
    Instant now = journal.now();
    SourceCalls.Result result =
        calls.call(
            source,
            new EvidenceRequest(
                promotion.id(), plan, Requests.written(promotion, rulebook.get()), checks, now));
    if (result.answer().isPresent()) {
      EvidenceAnswer answer = result.answer().get();
      record(promotion, plan, source.name(), checks, answer.facts());
      return between(answer.again().orElse(now.plus(USUAL)), now);
    }
    if (result.why().isEmpty()) {
      return now.plus(BUSY);
    }
    Instant again = now.plus(NO_ANSWER);
    String detail =
        source.name()
            + " gave no answer: "
            + result.why().get()
            + "; asked again at "
            + again
            + ".";
    record(promotion, plan, source.name(), checks, unknown(source.name(), checks, now, detail));
    return again;
  }

  private static List<Evidence> unknown(
      SourceName source, Set<CheckName> checks, Instant now, String detail) {
    return checks.stream()
        .sorted()
        .<Evidence>map(
            check ->
                new Evidence.Condition(
                    check,
                    source,
                    now,
                    Evidence.Condition.Status.UNKNOWN,
                    detail,
                    Optional.empty()))
        .toList();
  }

  private static Instant between(Instant again, Instant now) {
    Instant soonest = now.plus(SOONEST);
    Instant latest = now.plus(LATEST);
    if (again.isBefore(soonest)) {
      return soonest;
    }
    return again.isAfter(latest) ? latest : again;
  }

  private void record(
      Promotion promotion,
      Plan plan,
      SourceName source,
      Set<CheckName> checks,
      List<Evidence> said) {
    Subject ours = Subject.of(plan.change().application(), plan.stage());
    List<Evidence> facts =
        Hiding.facts(said).stream()
            .filter(fact -> checks.contains(fact.check()))
            .map(fact -> fact.stated(source, Optional.of(fact.about().orElse(ours))))
            .toList();
    journal.act(
        promotion.id(),
        Journal.ENGINE,
        current ->
            current.phase().isFinal()
                ? List.of()
                : facts.stream()
                    .filter(fact -> FactChange.isNews(fact, current.evidence(), demands(plan)))
                    .<PromotionEvent>map(PromotionEvent.EvidenceRecorded::new)
                    .toList());
  }

  /** A source is asked for what it knows and the plan would take from it. */
  private static Set<CheckName> asked(Plan plan, EvidenceSource source) {
    Set<CheckName> checks =
        demands(plan).stream()
            .filter(demand -> demand.trusts(source.name()))
            .map(EvidenceDemand::check)
            .filter(source::knows)
            .collect(Collectors.toCollection(TreeSet::new));
    boolean samples =
        plan.controls().firstBake().samples() > 0 || plan.controls().laterBake().samples() > 0;
    if (samples && source.knows(Bake.SAMPLES)) {
      checks.add(Bake.SAMPLES);
    }
    return checks;
  }

  private static List<EvidenceDemand> demands(Plan plan) {
    return Stream.concat(
            plan.controls().evidence().stream(),
            plan.definitionOfDone().checks().stream().map(DefinitionOfDone.Check::demand))
        .toList();
  }
}
