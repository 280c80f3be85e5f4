package dev.gatehouse.testkit;

import dev.gatehouse.spi.HostRecord;
import dev.gatehouse.spi.HostRecords;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records of hosts in memory; thread-safe. */
public final class InMemoryHostRecords implements HostRecords {
  private final Map<String, HostRecord> records = new TreeMap<>();

  /** Creates an empty place. */
  public InMemoryHostRecords() {}

  private static String name(String kind, String key) {
    return kind + "\n" + key;
  }

  @Override
  public synchronized Optional<HostRecord> add(HostRecord record) {
    return Optional.ofNullable(records.putIfAbsent(name(record.kind(), record.key()), record));
  }

  @Override
  public synchronized boolean replace(HostRecord record) {
    return records.replace(name(record.kind(), record.key()), record) != null;
  }

  @Override
  public synchronized Optional<HostRecord> find(String kind, String key) {
    return Optional.ofNullable(records.get(name(kind, key)));
  }

  @Override
  public synchronized List<HostRecord> all(String kind) {
    return records.values().stream().filter(record -> record.kind().equals(kind)).toList();
  }

  @Override
  public synchronized boolean remove(String kind, String key) {
    return records.remove(name(kind, key)) != null;
  }

  @Override
  public synchronized void removeEnded(String kind, Instant before) {
    records.values().removeIf(r -> r.kind().equals(kind) && r.until().isBefore(before));
  }
}
