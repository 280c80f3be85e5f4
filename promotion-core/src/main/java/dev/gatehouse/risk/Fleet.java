package dev.gatehouse.risk;

import java.util.Map;
import java.util.Optional;

/**
 * What runs today, counted by anyone who can see the clusters; what was not counted is unknown.
 *
 * @param composites the users of each Crossplane Composition, by its name
 */
public record Fleet(Map<String, Composites> composites) {
  /** Nothing was counted. */
  public static final Fleet UNKNOWN = new Fleet(Map.of());

  /** Copies the map. */
  public Fleet {
    composites = Map.copyOf(composites);
  }

  /** Returns the users of a Composition, or empty when nobody counted them. */
  public Optional<Composites> composites(String composition) {
    return Optional.ofNullable(composites.get(composition));
  }

  /**
   * The composite resources that use one Composition.
   *
   * @param noun what people call them, such as {@code databases}
   * @param automatic how many follow an edit at once, the default
   * @param manual how many wait for someone to move them
   * @param tenants how many tenants own the automatic ones
   */
  public record Composites(String noun, int automatic, int manual, int tenants) {}
}
