package dev.gatehouse.history;

import dev.gatehouse.plan.PromotionId;

/**
 * One row of the ledger as it is stored: the exact text and its place in the promotion's hash
 * chain.
 *
 * @param promotion the promotion
 * @param version its place in the chain, counted from 1
 * @param payload the recorded event as text; the hash covers these very characters
 * @param previousHash the hash of the row before, or {@link HashChain#GENESIS}
 * @param hash this row's hash
 */
public record LedgerEntry(
    PromotionId promotion, long version, String payload, String previousHash, String hash) {}
