package dev.gatehouse.config.controlplane;

import dev.gatehouse.config.problem.Place;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.ShardName;

/**
 * A target that a control plane follows, without a mistake in what it says to it.
 *
 * @param name the target with its application, as people read it
 * @param shard its shard
 * @param settings what it says
 * @param place where the target is
 */
public record FollowedTarget(
    String name, ShardName shard, ControlPlaneSettings settings, Place place) {}
