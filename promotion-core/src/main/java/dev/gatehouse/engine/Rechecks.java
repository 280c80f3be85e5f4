package dev.gatehouse.engine;

import dev.gatehouse.api.Answer;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.WakeUp;
import java.util.Optional;
import java.util.function.Supplier;

/** Has waiting promotions judged before their time; thread-safe. */
final class Rechecks {
  private final Journal journal;
  private final Registry registry;
  private final TargetWakeUps targets;
  private final RulesInForce rules;
  private final Supplier<Rulebook> rulebook;
  private final Collector collector;

  Rechecks(
      Journal journal,
      Registry registry,
      TargetWakeUps targets,
      RulesInForce rules,
      Supplier<Rulebook> rulebook,
      Collector collector) {
    this.collector = collector;
    this.journal = journal;
    this.registry = registry;
    this.targets = targets;
    this.rules = rules;
    this.rulebook = rulebook;
  }

  /** What was held by a rule that is no more is not held until the time that this rule named. */
  void whereRulesChanged() {
    if (rules.areNews()) {
      registry.allOpen().stream()
          .filter(rules::differFor)
          .flatMap(open -> journal.find(open.id()).stream())
          .forEach(this::wake);
    }
  }

  Answer recheck(PromotionId id, Caller claimed) {
    Optional<Reason> refusal = rulebook.get().refusal(claimed, Verb.PROPOSE);
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    Optional<Promotion> promotion = journal.find(id);
    if (promotion.isEmpty()) {
      return new Answer.Refused(Refusals.unknownPromotion(id));
    }
    Optional<Reason> there =
        Deciding.refusal(promotion.get(), Verb.PROPOSE, claimed, rulebook.get());
    if (there.isPresent()) {
      return new Answer.Refused(there.get());
    }
    if (promotion.get().phase().isFinal()) {
      return new Answer.Refused(Refusals.ended(promotion.get()));
    }
    collector.now(promotion.get());
    wake(promotion.get());
    return new Answer.Accepted(promotion.get());
  }

  private void wake(Promotion promotion) {
    journal.wake(new WakeUp.Decide(promotion.id()));
    targets.lookAgain(promotion);
  }
}
