package dev.gatehouse.config.shape;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is written at one {@link ExtensionPoint}; immutable.
 *
 * @param written the value of each key that is there and could be read
 */
public record Extensions(Map<String, Record> written) {
  /** Nothing is written there. */
  public static final Extensions NONE = new Extensions(Map.of());

  /** Copies the map. */
  public Extensions {
    written = Collections.unmodifiableMap(new LinkedHashMap<>(written));
  }

  /** Returns the value of a key; empty where it is absent or holds a mistake. */
  public <T extends Record> Optional<T> get(String key, Class<T> type) {
    return Optional.ofNullable(written.get(key)).map(type::cast);
  }
}
