package dev.gatehouse.history;

/**
 * One row of the ledger as it is stored: the exact text and its place in the hash chain of its
 * stream.
 *
 * @param stream the stream
 * @param version its place in the chain, counted from 1
 * @param payload the recorded event as text; the hash covers these very characters
 * @param previousHash the hash of the row before, or {@link HashChain#GENESIS}
 * @param hash this row's hash
 */
public record LedgerEntry(
    StreamId stream, long version, String payload, String previousHash, String hash) {}
