package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Map;

/**
 * Freight of all origins that a Stage has held together.
 *
 * @param items by origin, such as {@code Warehouse/app}
 * @param verificationHistory newest first
 */
public record FreightCollection(
    String id, Map<String, FreightReference> items, List<Verification> verificationHistory) {
  /** Fills what is missing. */
  public FreightCollection {
    id = Given.text(id);
    items = Given.map(items);
    verificationHistory = Given.list(verificationHistory);
  }

  /** Returns whether Freight of this name is in it. */
  public boolean holds(String freight) {
    return items.values().stream().anyMatch(item -> item.name().equals(freight));
  }
}
