package dev.gatehouse.plan;

import java.util.List;
import java.util.Optional;

/**
 * What a rollback takes back.
 *
 * @param undoes the promotions whose commits are reverted, newest first
 * @param restores the promotion that left the state which comes back; empty when the ledger knows
 *     none before the undone ones
 */
public record Rollback(List<PromotionId> undoes, Optional<PromotionId> restores) {
  /** Copies the list. */
  public Rollback {
    undoes = List.copyOf(undoes);
  }
}
