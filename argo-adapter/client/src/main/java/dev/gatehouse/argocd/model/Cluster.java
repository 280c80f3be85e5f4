package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A cluster that Argo CD deploys to.
 *
 * @param server the address of its API server, which identifies it
 * @param shard the controller shard; no shard of ours
 */
public record Cluster(
    String server,
    String name,
    Optional<Long> shard,
    Optional<String> project,
    Map<String, String> labels,
    Map<String, String> annotations,
    Info info) {
  /** Copies the maps and fills what is missing. */
  public Cluster {
    server = Given.text(server);
    name = Given.text(name);
    project = Given.filled(project);
    labels = Given.map(labels);
    annotations = Given.map(annotations);
    info = Given.or(info, Info.EMPTY);
  }

  /** What Argo CD knows of the cluster. */
  public record Info(
      Connection connectionState,
      Optional<String> serverVersion,
      Optional<Cache> cacheInfo,
      long applicationsCount) {
    static final Info EMPTY = new Info(Connection.EMPTY, Optional.empty(), Optional.empty(), 0);

    /** Fills what is missing. */
    public Info {
      connectionState = Given.or(connectionState, Connection.EMPTY);
    }
  }

  /**
   * Whether Argo CD reaches it.
   *
   * @param status {@code Successful}, {@code Failed} or {@code Unknown}
   */
  public record Connection(String status, Optional<String> message) {
    static final Connection EMPTY = new Connection("", Optional.empty());

    /** Fills what is missing. */
    public Connection {
      status = Given.text(status);
    }

    /** Whether the last try went well; a word that is not known is none. */
    public boolean isSuccessful() {
      return status.equals("Successful");
    }
  }

  /** What the controller holds of it. */
  public record Cache(long resourcesCount, long apisCount, Optional<Instant> lastCacheSyncTime) {}
}
