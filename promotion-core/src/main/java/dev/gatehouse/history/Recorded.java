package dev.gatehouse.history;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import java.time.Instant;

/**
 * One event as it is in the ledger.
 *
 * @param promotion the promotion it belongs to
 * @param version its place in the promotion's history, counted from 1
 * @param at when it was recorded
 * @param by who caused it
 * @param event what happened
 */
public record Recorded(
    PromotionId promotion, long version, Instant at, Actor by, PromotionEvent event) {}
