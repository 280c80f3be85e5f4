package dev.gatehouse.history;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import java.time.Instant;

/**
 * The wish of an administrator to remove a value from the history of an ended promotion.
 *
 * @param promotion the promotion
 * @param value the value; never shown
 * @param by the administrator
 * @param at when
 * @param why the reason, for the ledger
 */
public record Forgetting(PromotionId promotion, String value, Actor by, Instant at, String why) {
  /** Returns everything but the value. */
  @Override
  public String toString() {
    return "Forgetting[" + promotion + ", by " + by.id() + ", " + why + "]";
  }
}
