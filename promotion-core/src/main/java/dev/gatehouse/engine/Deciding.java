package dev.gatehouse.engine;

import dev.gatehouse.api.Answer;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What the acts of people on a promotion have in common. */
final class Deciding {
  private final Journal journal;
  private final Supplier<Rulebook> rulebook;
  private final TargetWakeUps targets;

  Deciding(Journal journal, Supplier<Rulebook> rulebook, TargetWakeUps targets) {
    this.journal = journal;
    this.rulebook = rulebook;
    this.targets = targets;
  }

  /** One act: judges the promotion as it is, and answers with the events or a refusal. */
  interface Act {
    Outcome on(Promotion promotion, Actor by);
  }

  /** Returns why the caller may not do this there; what it may not see reads as if not there. */
  static Optional<Reason> refusal(Promotion promotion, Verb verb, Caller by, Rulebook rules) {
    return rules
        .refusal(by, verb, promotion.place())
        .map(
            reason ->
                rules.refusal(by, Verb.SEE, promotion.place()).isPresent()
                    ? Refusals.unknownPromotion(promotion.id())
                    : reason);
  }

  /**
   * Checks what every decision has in common, then lets the act judge the promotion as it is at the
   * append.
   */
  Answer decide(PromotionId id, Verb verb, Caller claimed, Act act) {
    Rulebook rules = rulebook.get();
    Actor by = rules.directory().today(claimed.actor());
    Optional<Reason> refusal = rules.refusal(claimed, verb);
    if (refusal.isEmpty()) {
      refusal =
          journal
              .find(id)
              .map(promotion -> refusal(promotion, verb, claimed, rules))
              .orElseGet(() -> Optional.of(Refusals.unknownPromotion(id)));
    }
    if (refusal.isPresent()) {
      return new Answer.Refused(refusal.get());
    }
    Outcome[] last = {Outcome.done(List.of())};
    Promotion after =
        journal.act(
            id,
            by,
            promotion -> {
              last[0] =
                  promotion.phase().isFinal()
                      ? Outcome.refused(Refusals.ended(promotion))
                      : act.on(promotion, by);
              return last[0].events();
            });
    targets.lookAgain(after);
    return last[0]
        .refusal()
        .<Answer>map(Answer.Refused::new)
        .orElseGet(() -> new Answer.Accepted(after));
  }
}
