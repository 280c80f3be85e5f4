package dev.gatehouse.argo.client;

import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.model.ApplicationEvent;
import dev.gatehouse.argo.model.ApplicationSet;
import dev.gatehouse.argo.model.ResourceTree;
import java.util.List;
import java.util.Optional;

/**
 * Reads application sets and how far their rolling syncs are.
 *
 * <p>Thread-safe. Each method throws an {@link ArgoCdException} when the answer is not a good one.
 */
public final class ApplicationSets {
  private final ArgoCdTransport transport;

  ApplicationSets(ArgoCdTransport transport) {
    this.transport = transport;
  }

  /** Reads one application set. */
  public ApplicationSet get(String name, Optional<String> namespace) throws ArgoCdException {
    return transport.call(
        ApiCall.get("applicationsets", name).with("appsetNamespace", namespace),
        AnswerReader.of(ApplicationSet.class));
  }

  /** Reads those that the query is about. */
  public List<ApplicationSet> list(ApplicationSetQuery query) throws ArgoCdException {
    return transport.call(query.listCall(), Items.of(ApplicationSet.class));
  }

  /** Reads the applications and others that a set has made. */
  public ResourceTree resourceTree(String name, Optional<String> namespace) throws ArgoCdException {
    return transport.call(
        ApiCall.get("applicationsets", name, "resource-tree").with("appsetNamespace", namespace),
        AnswerReader.of(ResourceTree.class));
  }

  /** Reads the events about a set, of the last hour or so. */
  public List<ApplicationEvent> events(String name, Optional<String> namespace)
      throws ArgoCdException {
    return transport.call(
        ApiCall.get("applicationsets", name, "events").with("appsetNamespace", namespace),
        Items.of(ApplicationEvent.class));
  }
}
