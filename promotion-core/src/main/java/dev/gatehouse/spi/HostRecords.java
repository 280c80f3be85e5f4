package dev.gatehouse.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What hosts keep beside the ledger for all processes that share it; no promotion depends on it.
 *
 * <p>What was kept survives a crash. Thread-safe. Throws {@link
 * dev.gatehouse.reason.PlatformException} when the store breaks.
 */
public interface HostRecords {
  /**
   * Keeps a record if its key has none; of several callers one succeeds.
   *
   * @return the record that was there already, or empty when this one is kept now
   */
  Optional<HostRecord> add(HostRecord record);

  /** Keeps a record in place of the one with its key; tells whether there was one. */
  boolean replace(HostRecord record);

  /** Returns the record with this key, or empty; one whose time is over is returned as well. */
  Optional<HostRecord> find(String kind, String key);

  /** Returns the records of a kind, by key. */
  List<HostRecord> all(String kind);

  /** Removes a record; tells whether there was one. */
  boolean remove(String kind, String key);

  /** Removes the records of a kind whose time was over before this moment. */
  void removeEnded(String kind, Instant before);
}
