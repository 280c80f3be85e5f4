package dev.gatehouse.config.controlplane;

import dev.gatehouse.config.document.FollowerEntry;
import dev.gatehouse.config.document.ShardEntry;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.ControlPlaneServer;
import dev.gatehouse.config.shape.Extension;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.ShardName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How one kind of control plane is written in {@code gatehouse.yaml}: one key at shards, which says
 * how it is reached, and the same key at applications, stages and targets, which says what follows
 * a target.
 *
 * <p>Both entries are records described like every record of the file; reader, JSON Schema and the
 * reference page follow from them. Thread-safe.
 *
 * @param <S> the record at a shard
 * @param <F> the record at an application, a stage and a target
 */
public interface ControlPlaneFormat<S extends Record, F extends Record & FollowerEntry> {
  /** Returns the key; two formats of one loader never share it. */
  String key();

  /** Returns the record at a shard. */
  Class<S> serverEntry();

  /** Returns what the key at a shard is for, in the words of the schema. */
  String serverMeaning();

  /** Returns the record at an application, a stage and a target. */
  Class<F> followerEntry();

  /** Returns what the key at these three levels is for, in the words of the schema. */
  String followerMeaning();

  /** Returns how the control plane of a shard is reached; empty when a mistake was noted. */
  Optional<ControlPlaneServer> server(S entry, ServerContext context);

  /** Returns what a target says to its control plane; mistakes are noted. */
  ControlPlaneSettings settings(F entry, TargetContext context);

  /**
   * Notes what is wrong between targets of the whole file, such as two that one object follows.
   *
   * @param followed the targets of this kind, in the order of the file
   * @param servers the control planes of this kind
   */
  void check(
      List<FollowedTarget> followed, Map<ShardName, ControlPlaneServer> servers, Problems problems);

  /** Returns the sources of facts that this kind brings; none unless it says so. */
  default Set<SourceName> sources() {
    return Set.of();
  }

  /** Returns both keys. */
  default List<Extension> extensions() {
    return List.of(
        new Extension(ShardEntry.CONTROL_PLANE, key(), serverEntry(), serverMeaning()),
        new Extension(FollowerEntry.POINT, key(), followerEntry(), followerMeaning()));
  }
}
