package dev.gatehouse.history;

/**
 * The end of the chain of one stream.
 *
 * @param version the last version
 * @param hash the last hash
 */
public record ChainHead(long version, String hash) {}
