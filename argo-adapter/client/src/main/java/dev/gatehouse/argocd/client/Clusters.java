package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.model.Cluster;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import java.util.List;

/**
 * Reads clusters.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class Clusters {
  private final HttpTransport transport;

  Clusters(HttpTransport transport) {
    this.transport = transport;
  }

  /** Reads all clusters. */
  public List<Cluster> list() throws ApiException {
    return transport.call(ArgoCdCall.get("clusters"), Items.of(Cluster.class));
  }

  /** Reads the cluster with this address. */
  public Cluster get(String server) throws ApiException {
    return transport.call(
        ArgoCdCall.get("clusters", server).with("id.type", "url"), AnswerReader.of(Cluster.class));
  }

  /** Reads the cluster with this name. */
  public Cluster named(String name) throws ApiException {
    return transport.call(
        ArgoCdCall.get("clusters", name).with("id.type", "name"), AnswerReader.of(Cluster.class));
  }
}
