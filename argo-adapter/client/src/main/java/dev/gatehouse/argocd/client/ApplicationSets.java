package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.model.ApplicationEvent;
import dev.gatehouse.argocd.model.ApplicationSet;
import dev.gatehouse.argocd.model.ResourceTree;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import java.util.List;
import java.util.Optional;

/**
 * Reads application sets and how far their rolling syncs are.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class ApplicationSets {
  private final HttpTransport transport;

  ApplicationSets(HttpTransport transport) {
    this.transport = transport;
  }

  /** Reads one application set. */
  public ApplicationSet get(String name, Optional<String> namespace) throws ApiException {
    return transport.call(
        ArgoCdCall.get("applicationsets", name).with("appsetNamespace", namespace),
        AnswerReader.of(ApplicationSet.class));
  }

  /** Reads those that the query is about. */
  public List<ApplicationSet> list(ApplicationSetQuery query) throws ApiException {
    return transport.call(query.listCall(), Items.of(ApplicationSet.class));
  }

  /** Reads the applications and others that a set has made. */
  public ResourceTree resourceTree(String name, Optional<String> namespace) throws ApiException {
    return transport.call(
        ArgoCdCall.get("applicationsets", name, "resource-tree").with("appsetNamespace", namespace),
        AnswerReader.of(ResourceTree.class));
  }

  /** Reads the events about a set, of the last hour or so. */
  public List<ApplicationEvent> events(String name, Optional<String> namespace)
      throws ApiException {
    return transport.call(
        ArgoCdCall.get("applicationsets", name, "events").with("appsetNamespace", namespace),
        Items.of(ApplicationEvent.class));
  }
}
