package dev.gatehouse.history;

/**
 * How far a rebuild of the summaries is, or what it came to.
 *
 * @param compared how many promotions were folded again from their events
 * @param changed how many summaries were missing or said something else, and were replaced
 * @param resumed whether it continues a rebuild that was interrupted; the numbers include that one
 */
public record RebuiltSummaries(long compared, long changed, boolean resumed) {}
