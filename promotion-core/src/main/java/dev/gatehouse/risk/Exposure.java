package dev.gatehouse.risk;

import dev.gatehouse.change.ApplicationName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a change reaches (the blast radius), counted before the diff is judged.
 *
 * @param shards the shards it touches
 * @param shardsTotal how many shards there are
 * @param applications the applications it touches
 * @param tenants the tenants that use what it touches
 * @param tierOne whether one of the applications is one everybody depends on
 */
public record Exposure(
    Set<String> shards,
    int shardsTotal,
    Set<ApplicationName> applications,
    Set<String> tenants,
    boolean tierOne) {
  /** Copies the sets in a stable order. */
  public Exposure {
    shards = java.util.Collections.unmodifiableSet(new TreeSet<>(shards));
    applications = java.util.Collections.unmodifiableSet(new TreeSet<>(applications));
    tenants = java.util.Collections.unmodifiableSet(new TreeSet<>(tenants));
  }

  /** Returns what the impact was counted from, in words: {@code 3 of 4 shards at once}. */
  String reach() {
    List<String> parts = new ArrayList<>();
    if (tierOne) {
      parts.add("a tier-1 application");
    }
    if (shards.size() > 1) {
      parts.add("%d of %d shards at the same time".formatted(shards.size(), shardsTotal));
    }
    if (applications.size() > 1) {
      parts.add(applications.size() + " applications at the same time");
    }
    if (tenants.size() > 1) {
      parts.add(tenants.size() + " tenants");
    }
    return parts.isEmpty() ? "one shard" : String.join(", ", parts);
  }

  /**
   * Returns the impact from 1 to 3: one shard, application and tenant; up to five applications and
   * a quarter of the shards (one shard is always within it); more, or a tier-1 application.
   */
  public int impact() {
    boolean few = shards.size() <= 1 || 4 * shards.size() <= shardsTotal;
    if (tierOne || applications.size() > 5 || !few) {
      return 3;
    }
    return shards.size() <= 1 && applications.size() <= 1 && tenants.size() <= 1 ? 1 : 2;
  }
}
