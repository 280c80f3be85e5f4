package dev.gatehouse.argo.client;

import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.model.Cluster;
import java.util.List;

/**
 * Reads clusters.
 *
 * <p>Thread-safe. Each method throws an {@link ArgoCdException} when the answer is not a good one.
 */
public final class Clusters {
  private final ArgoCdTransport transport;

  Clusters(ArgoCdTransport transport) {
    this.transport = transport;
  }

  /** Reads all clusters. */
  public List<Cluster> list() throws ArgoCdException {
    return transport.call(ApiCall.get("clusters"), Items.of(Cluster.class));
  }

  /** Reads the cluster with this address. */
  public Cluster get(String server) throws ArgoCdException {
    return transport.call(
        ApiCall.get("clusters", server).with("id.type", "url"), AnswerReader.of(Cluster.class));
  }

  /** Reads the cluster with this name. */
  public Cluster named(String name) throws ArgoCdException {
    return transport.call(
        ApiCall.get("clusters", name).with("id.type", "name"), AnswerReader.of(Cluster.class));
  }
}
