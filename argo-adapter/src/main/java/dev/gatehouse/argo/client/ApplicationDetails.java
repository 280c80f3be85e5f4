package dev.gatehouse.argo.client;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.http.AnswerReader;
import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.http.Json;
import dev.gatehouse.argo.model.ApplicationEvent;
import dev.gatehouse.argo.model.ApplicationRef;
import dev.gatehouse.argo.model.ManagedResource;
import dev.gatehouse.argo.model.ResourceAction;
import dev.gatehouse.argo.model.ResourceRef;
import dev.gatehouse.argo.model.ResourceTree;
import dev.gatehouse.argo.model.RevisionMetadata;
import dev.gatehouse.argo.model.SyncWindows;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what surrounds an application: objects, events, commits, windows, actions.
 *
 * <p>Thread-safe. Each method throws an {@link ArgoCdException} when the answer is not a good one.
 */
public final class ApplicationDetails {
  private final ArgoCdTransport transport;

  ApplicationDetails(ArgoCdTransport transport) {
    this.transport = transport;
  }

  /** Reads the tree of objects. */
  public ResourceTree resourceTree(ApplicationRef ref) throws ArgoCdException {
    return transport.call(
        Refs.call("GET", ref, "resource-tree"), AnswerReader.of(ResourceTree.class));
  }

  /** Reads each object as it should be and as it is. */
  public List<ManagedResource> managedResources(ApplicationRef ref) throws ArgoCdException {
    return transport.call(
        Refs.call("GET", ref, "managed-resources"), Items.of(ManagedResource.class));
  }

  /** Reads the events about the application itself, of the last hour or so. */
  public List<ApplicationEvent> events(ApplicationRef ref) throws ArgoCdException {
    return transport.call(Refs.call("GET", ref, "events"), Items.of(ApplicationEvent.class));
  }

  /**
   * Reads what a commit says about itself.
   *
   * @param source the source's index from 0, where there are several
   */
  public RevisionMetadata revisionMetadata(
      ApplicationRef ref, String revision, Optional<Integer> source) throws ArgoCdException {
    ApiCall call =
        Refs.call("GET", ref, "revisions", revision, "metadata")
            .with("sourceIndex", source.map(String::valueOf));
    return transport.call(call, AnswerReader.of(RevisionMetadata.class));
  }

  /** Reads the windows that matter to the application now. */
  public SyncWindows syncWindows(ApplicationRef ref) throws ArgoCdException {
    return transport.call(Refs.call("GET", ref, "syncwindows"), AnswerReader.of(SyncWindows.class));
  }

  /**
   * Reads what can be done to one object.
   *
   * @param version the version of its kind, such as {@code v1alpha1}
   */
  public List<ResourceAction> actions(ApplicationRef ref, ResourceRef object, String version)
      throws ArgoCdException {
    ApiCall call =
        Refs.call("GET", ref, "resource", "actions")
            .with("namespace", object.namespace())
            .with("resourceName", object.name())
            .with("version", version)
            .with("group", object.group())
            .with("kind", object.kind());
    return transport.call(call, Items.of("actions", ResourceAction.class));
  }

  /**
   * Does something to one object, such as promoting a rollout in full.
   *
   * @param version the version of its kind
   * @param parameters what the action wants to know
   */
  public void runAction(
      ApplicationRef ref,
      ResourceRef object,
      String version,
      String action,
      Map<String, String> parameters)
      throws ArgoCdException {
    ObjectNode body =
        Json.object()
            .put("namespace", object.namespace())
            .put("resourceName", object.name())
            .put("version", version)
            .put("group", object.group())
            .put("kind", object.kind())
            .put("action", action);
    ArrayNode values = body.putArray("resourceActionParameters");
    parameters.forEach((name, value) -> values.addObject().put("name", name).put("value", value));
    transport.call(
        Refs.call("POST", ref, body, "resource", "actions", "v2"), AnswerReader.nothing());
  }
}
