package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Knows the digest of the rules in force, and who was judged by others; thread-safe. */
final class RulesInForce {
  private final Supplier<Rulebook> rulebook;
  private @Nullable Rulebook last;
  private String digest = "";
  private String noticed = "";

  RulesInForce(Supplier<Rulebook> rulebook) {
    this.rulebook = rulebook;
  }

  /** Returns the rules themselves. */
  Rulebook rulebook() {
    return rulebook.get();
  }

  /** Returns the digest; it is computed once for each rulebook, whose identity is enough here. */
  @SuppressWarnings("ReferenceEquality")
  synchronized String digest() {
    Rulebook now = rulebook.get();
    if (now != last) {
      digest = now.digest();
      last = now;
    }
    return digest;
  }

  /** Returns whether the rules are others than at the last call, or this is the first. */
  synchronized boolean areNews() {
    boolean news = !digest().equals(noticed);
    noticed = digest;
    return news;
  }

  /** Returns whether the gates of the promotion were last judged by other rules. */
  boolean differFor(Promotion promotion) {
    return !promotion.judgedRules().equals(Optional.of(digest()));
  }

  /** As {@link #differFor(Promotion)}. */
  boolean differFor(PromotionSummary promotion) {
    return !promotion.judgedRules().equals(Optional.of(digest()));
  }
}
