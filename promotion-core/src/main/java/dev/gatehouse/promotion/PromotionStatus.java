package dev.gatehouse.promotion;

import dev.gatehouse.history.PromotionPhase;
import java.util.Locale;

/** How a promotion is doing, in one word that every host shows. */
public enum PromotionStatus {
  /** It succeeded. */
  DONE,
  /** Not finished yet; neither people nor time hold it. */
  GOING,
  /** A person aborted it, and its last targets come to rest. */
  ABORTING,
  /** It waits for a person, a fact or a time; see {@link HeldBy}. */
  HELD,
  /** A gate refuses it as it is. */
  REFUSED,
  /** It ended without success. */
  FAILED,
  /** A person ended it. */
  ABORTED;

  /** Returns how this promotion is doing. */
  public static PromotionStatus of(Promotion promotion) {
    if (promotion.phase().isFinal()) {
      return promotion.phase() == PromotionPhase.SUCCEEDED
          ? DONE
          : promotion.phase() == PromotionPhase.ABORTED ? ABORTED : FAILED;
    }
    if (promotion.stop() == Promotion.Stop.ABORT) {
      return ABORTING;
    }
    if (promotion.isRefused()) {
      return REFUSED;
    }
    return personDecides(promotion) || !promotion.holding().isEmpty() ? HELD : GOING;
  }

  /** A failed target or a passed deadline asks a person, whatever the gates say. */
  static boolean personDecides(Promotion promotion) {
    return promotion.stop() == Promotion.Stop.ASKED
        || (promotion.stop() == Promotion.Stop.NONE && promotion.isLate());
  }

  /** Returns whether it continues without anyone. */
  public boolean isUnfinished() {
    return this == GOING || this == ABORTING;
  }

  /** Returns the word in lower case, as data has it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
