package dev.gatehouse.stage;

import dev.gatehouse.change.CanonicalDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One place where a stage's change becomes real: a folder of desired state that one shard follows.
 *
 * @param name its name
 * @param shard who drives it
 * @param repository where its desired state is
 * @param folder the folder whose manifests it renders, relative to the repository
 * @param updates what promoting a change edits there
 * @param order targets of a lower order go in earlier waves; a wave never mixes two orders
 * @param tenants the tenants that use it
 * @param controlPlane the control plane that follows it, and what it is told; empty where what is
 *     in Git counts as live
 * @param healthyWithin how long it may take to become live after the write before a person is asked
 * @param writtenWithin how long a machine may keep it from being written before a person is asked
 */
public record Target(
    TargetName name,
    ShardName shard,
    Repository repository,
    String folder,
    List<Update> updates,
    int order,
    Set<String> tenants,
    Optional<ControlPlaneSettings> controlPlane,
    Duration healthyWithin,
    Duration writtenWithin)
    implements CanonicalDigest.Grown {
  /** How long a target may wait to be written unless the rules say otherwise. */
  public static final Duration WRITTEN_WITHIN = Duration.ofHours(1);

  /** How long a target may take to become live unless the rules say otherwise. */
  public static final Duration HEALTHY_WITHIN = Duration.ofHours(1);

  /** Copies the collections. */
  public Target {
    updates = List.copyOf(updates);
    tenants = java.util.Collections.unmodifiableSet(new java.util.TreeSet<>(tenants));
  }

  /** A target with the usual deadlines. */
  public Target(
      TargetName name,
      ShardName shard,
      Repository repository,
      String folder,
      List<Update> updates,
      int order,
      Set<String> tenants,
      Optional<ControlPlaneSettings> controlPlane) {
    this(
        name,
        shard,
        repository,
        folder,
        updates,
        order,
        tenants,
        controlPlane,
        HEALTHY_WITHIN,
        WRITTEN_WITHIN);
  }

  /** Rules that do not set the deadline of the write keep the digest of earlier versions. */
  @Override
  public int digested() {
    return writtenWithin.equals(WRITTEN_WITHIN) ? 9 : 10;
  }

  /** Returns this target with another deadline for becoming live. */
  public Target healthyWithin(Duration span) {
    return with(span, writtenWithin);
  }

  /** Returns this target with another deadline for being written. */
  public Target writtenWithin(Duration span) {
    return with(healthyWithin, span);
  }

  private Target with(Duration healthy, Duration written) {
    return new Target(
        name, shard, repository, folder, updates, order, tenants, controlPlane, healthy, written);
  }
}
