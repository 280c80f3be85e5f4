package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Extensions;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where targets stand, as far as one level of the file says it; a lower level fills up from the one
 * above.
 *
 * @param place the level that says it
 * @param repository the repository
 * @param shard the shard, with placeholders
 * @param folder the folder, with placeholders
 * @param updates the edits, with placeholders
 * @param controlPlanes what is said to control planes, with placeholders, by the key of their kind
 * @param healthyWithin how long a target may take to become live after its write
 * @param writtenWithin how long a machine may keep a target from being written
 */
public record Placement(
    Place place,
    Optional<Located<String>> repository,
    Optional<Located<String>> shard,
    Optional<Located<String>> folder,
    Optional<Listing<UpdateEntry>> updates,
    Extensions controlPlanes,
    Optional<Duration> healthyWithin,
    Optional<Duration> writtenWithin) {
  /** Returns this placement with its gaps filled from the level above. */
  public Placement over(Placement above) {
    return new Placement(
        place,
        repository.or(above::repository),
        shard.or(above::shard),
        folder.or(above::folder),
        updates.or(above::updates),
        nearest(above),
        healthyWithin.or(above::healthyWithin),
        writtenWithin.or(above::writtenWithin));
  }

  /**
   * Anyone who names a follower says all of it: nothing that a level above says to any kind is
   * kept.
   */
  private Extensions nearest(Placement above) {
    Map<String, Record> all =
        new LinkedHashMap<>(
            followers().isEmpty() ? above.controlPlanes().written() : Map.<String, Record>of());
    all.putAll(controlPlanes.written());
    return new Extensions(all);
  }

  /** Returns what is said to each kind of control plane that is to follow a target, by its key. */
  public Map<String, FollowerEntry> followers() {
    Map<String, FollowerEntry> followers = new LinkedHashMap<>();
    controlPlanes
        .written()
        .forEach(
            (key, entry) -> {
              if (entry instanceof FollowerEntry follower && !follower.isNone()) {
                followers.put(key, follower);
              }
            });
    return followers;
  }
}
