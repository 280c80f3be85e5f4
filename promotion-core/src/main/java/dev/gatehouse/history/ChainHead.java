package dev.gatehouse.history;

/**
 * The end of one promotion's chain.
 *
 * @param version the last version
 * @param hash the last hash
 */
public record ChainHead(long version, String hash) {}
