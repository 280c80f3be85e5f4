package dev.gatehouse.config.document;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import java.time.Duration;
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
 * @param argo the Argo CD application, with placeholders
 * @param healthyWithin how long a target may take to become live after its write
 */
public record Placement(
    Place place,
    Optional<Located<String>> repository,
    Optional<Located<String>> shard,
    Optional<Located<String>> folder,
    Optional<Listing<UpdateEntry>> updates,
    Optional<ArgoApplicationEntry> argo,
    Optional<Duration> healthyWithin) {
  /** Returns this placement with its gaps filled from the level above. */
  public Placement over(Placement above) {
    return new Placement(
        place,
        repository.or(above::repository),
        shard.or(above::shard),
        folder.or(above::folder),
        updates.or(above::updates),
        argo.or(above::argo),
        healthyWithin.or(above::healthyWithin));
  }

  /** Returns the Argo CD application, unless none is wanted. */
  public Optional<ArgoApplicationEntry> follower() {
    return argo.filter(written -> !written.isNone());
  }
}
