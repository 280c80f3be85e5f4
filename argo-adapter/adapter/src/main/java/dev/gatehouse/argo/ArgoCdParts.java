package dev.gatehouse.argo;

import dev.gatehouse.argo.window.Crons;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.stage.ShardName;
import java.time.Duration;
import java.util.function.Function;

/**
 * What the ports share.
 *
 * @param shard finds a shard's Argo CD, or throws for one without
 * @param ancestry knows how commits follow each other
 * @param crons reads the schedules of sync windows
 * @param hints who is notified of changes
 * @param refreshDeadline how long to wait for Argo CD to look again; it may never answer
 */
record ArgoCdParts(
    Function<ShardName, ArgoCdShard> shard,
    Ancestry ancestry,
    Crons crons,
    RecheckListener hints,
    Duration refreshDeadline) {}
