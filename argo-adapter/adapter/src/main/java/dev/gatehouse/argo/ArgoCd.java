package dev.gatehouse.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.watch.WatchSettings;
import dev.gatehouse.argo.window.Crons;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.Delivery;
import dev.gatehouse.spi.EvidenceSource;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.ShardName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The Argo CD servers of an installation, one for each shard that has one, behind the ports of the
 * core.
 *
 * <p>Thread-safe; holds connections and threads, so close it. Each shard's token is asked for at
 * each request and kept by nobody here.
 */
public final class ArgoCd implements ControlPlane, AutoCloseable {
  private static final Duration REFRESH = Duration.ofSeconds(10);
  private final Map<ShardName, ArgoCdShard> shards = new HashMap<>();
  private final LiveStateReader reader;
  private final Syncer syncer;
  private final List<EvidenceSource> evidence;

  /**
   * Connects to nothing yet.
   *
   * @param servers the server of each shard
   * @param ancestry knows how commits follow each other
   * @param crons reads the schedules of sync windows
   * @param hints who is notified of changes
   * @param rhythm how changes are watched
   */
  public ArgoCd(
      Map<ShardName, ApiServer> servers,
      Ancestry ancestry,
      Crons crons,
      RecheckListener hints,
      WatchSettings rhythm) {
    this(servers, ancestry, crons, hints, rhythm, REFRESH);
  }

  ArgoCd(
      Map<ShardName, ApiServer> servers,
      Ancestry ancestry,
      Crons crons,
      RecheckListener hints,
      WatchSettings rhythm,
      Duration refreshDeadline) {
    servers.forEach(
        (shard, server) ->
            shards.put(shard, new ArgoCdShard(shard, ArgoCdClient.to(server), rhythm)));
    ArgoCdParts parts = new ArgoCdParts(this::shard, ancestry, crons, hints, refreshDeadline);
    this.reader = new ArgoLiveStateReader(parts);
    this.syncer = new ArgoSyncer(parts);
    this.evidence = List.of(new AnalysisEvidence(parts));
  }

  @Override
  public ControlPlaneKind kind() {
    return ArgoApplication.KIND;
  }

  /**
   * Returns what tells whether revisions are live on targets that name an application; always the
   * same one, for it remembers since when each has been healthy.
   */
  @Override
  public LiveStateReader liveStateReader() {
    return reader;
  }

  @Override
  public Delivery delivery() {
    return new Delivery.Follows(syncer);
  }

  /** Returns the one source that says what analysis runs have found. */
  @Override
  public List<EvidenceSource> evidence() {
    return evidence;
  }

  /** Returns what asks for syncs of targets that name an application. */
  public Syncer syncer() {
    return syncer;
  }

  /** Returns the client of a shard; empty for one without an Argo CD. */
  public Optional<ArgoCdClient> client(ShardName shard) {
    return Optional.ofNullable(shards.get(shard)).map(ArgoCdShard::client);
  }

  /** Returns whether someone waits for an application, so that hints may come. */
  public boolean isAwaited() {
    return shards.values().stream().anyMatch(shard -> shard.watch().size() > 0);
  }

  private ArgoCdShard shard(ShardName name) {
    ArgoCdShard shard = shards.get(name);
    if (shard == null) {
      throw ArgoReasons.noServer(name);
    }
    return shard;
  }

  @Override
  public void close() {
    shards.values().forEach(ArgoCdShard::close);
  }
}
