package dev.gatehouse.spi;

import java.time.Instant;

/**
 * A short text that a host keeps beside the ledger, such as the hash of a token.
 *
 * @param kind what the text is about; at most 40 characters
 * @param key its name within its kind; at most 200 characters
 * @param text what is kept; at most 100,000 characters
 * @param until when it has no use any more; kept to the millisecond
 */
public record HostRecord(String kind, String key, String text, Instant until) {
  private static final int LONGEST_KIND = 40;
  private static final int LONGEST_KEY = 200;
  private static final int LONGEST_TEXT = 100_000;

  /** Refuses what is too long to be kept. */
  public HostRecord {
    if (kind.length() > LONGEST_KIND
        || key.length() > LONGEST_KEY
        || text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("a record of a host is too long: kind " + kind);
    }
    until = Instant.ofEpochMilli(until.toEpochMilli());
  }
}
