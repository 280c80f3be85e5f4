package dev.gatehouse.argocd.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.model.ApplicationEvent;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ChartDetails;
import dev.gatehouse.argocd.model.DeepLink;
import dev.gatehouse.argocd.model.ManagedResource;
import dev.gatehouse.argocd.model.OciMetadata;
import dev.gatehouse.argocd.model.ResourceAction;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.argocd.model.ResourceTree;
import dev.gatehouse.argocd.model.RevisionMetadata;
import dev.gatehouse.argocd.model.SyncWindows;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what surrounds an application: objects, events, commits, windows, actions.
 *
 * <p>Thread-safe. Each method throws an {@link ApiException} when the answer is not a good one.
 */
public final class ApplicationDetails {
  private final HttpTransport transport;

  ApplicationDetails(HttpTransport transport) {
    this.transport = transport;
  }

  /** Reads the tree of objects. */
  public ResourceTree resourceTree(ApplicationRef ref) throws ApiException {
    return transport.call(
        Refs.call("GET", ref, "resource-tree"), AnswerReader.of(ResourceTree.class));
  }

  /** Reads each object as it should be and as it is. */
  public List<ManagedResource> managedResources(ApplicationRef ref) throws ApiException {
    return transport.call(
        Refs.call("GET", ref, "managed-resources"), Items.of(ManagedResource.class));
  }

  /** Reads those of its objects that match as they should be and as they are; empty parts match. */
  public List<ManagedResource> managedResources(ApplicationRef ref, ResourceRef matching)
      throws ApiException {
    ApiCall call =
        Refs.call("GET", ref, "managed-resources")
            .with("namespace", matching.namespace())
            .with("name", matching.name())
            .with("group", matching.group())
            .with("kind", matching.kind());
    return transport.call(call, Items.of(ManagedResource.class));
  }

  /** Reads one object as it is in the cluster, as JSON text; a secret comes masked. */
  public String liveObject(ApplicationRef ref, ResourceRef object, String version)
      throws ApiException {
    return transport.call(
        object(Refs.call("GET", ref, "resource"), object, version),
        json -> AnswerReader.of(JsonNode.class).read(json).path("manifest").asText(""));
  }

  /**
   * Reads one object as it is in the cluster.
   *
   * @param version the version of its kind, such as {@code v1alpha1}
   * @param type what to make of it, such as {@link dev.gatehouse.argocd.model.AnalysisRun}
   */
  public <T> T liveObject(ApplicationRef ref, ResourceRef object, String version, Class<T> type)
      throws ApiException {
    return transport.call(
        object(Refs.call("GET", ref, "resource"), object, version), Manifest.as(type));
  }

  /** Reads the events about the application itself, of the last hour or so. */
  public List<ApplicationEvent> events(ApplicationRef ref) throws ApiException {
    return transport.call(Refs.call("GET", ref, "events"), Items.of(ApplicationEvent.class));
  }

  /**
   * Reads the events about one of its objects.
   *
   * @param uid as the tree shows it; without it the server finds nothing
   */
  public List<ApplicationEvent> events(ApplicationRef ref, ResourceRef object, String uid)
      throws ApiException {
    ApiCall call =
        Refs.call("GET", ref, "events")
            .with("resourceNamespace", object.namespace())
            .with("resourceName", object.name())
            .with("resourceUID", uid);
    return transport.call(call, Items.of(ApplicationEvent.class));
  }

  /**
   * Reads what a commit says about itself.
   *
   * @param source the source's index from 0, where there are several
   */
  public RevisionMetadata revisionMetadata(
      ApplicationRef ref, String revision, Optional<Integer> source) throws ApiException {
    return transport.call(
        revision(ref, revision, "metadata", source), AnswerReader.of(RevisionMetadata.class));
  }

  /** Reads what the Helm chart says about itself that is a source's revision. */
  public ChartDetails chartDetails(ApplicationRef ref, String revision, Optional<Integer> source)
      throws ApiException {
    return transport.call(
        revision(ref, revision, "chartdetails", source), AnswerReader.of(ChartDetails.class));
  }

  /** Reads what the OCI artifact says about itself that is a source's revision. */
  public OciMetadata ociMetadata(ApplicationRef ref, String revision, Optional<Integer> source)
      throws ApiException {
    return transport.call(
        revision(ref, revision, "ocimetadata", source), AnswerReader.of(OciMetadata.class));
  }

  private static ApiCall revision(
      ApplicationRef ref, String revision, String about, Optional<Integer> source) {
    return Refs.call("GET", ref, "revisions", revision, about)
        .with("sourceIndex", source.map(String::valueOf));
  }

  /**
   * Reads the manifests that the sources make, each as JSON text; secrets come masked. The server
   * makes them while it is asked.
   */
  public List<String> manifests(ApplicationRef ref, ManifestQuery query) throws ApiException {
    ApiCall call = Refs.call("GET", ref, "manifests").with("revision", query.revision());
    for (String revision : query.revisions()) {
      call = call.with("revisions", revision);
    }
    for (long position : query.sourcePositions()) {
      call = call.with("sourcePositions", String.valueOf(position));
    }
    call = query.fresh() ? call.with("noCache", "true") : call;
    return transport.call(call, Items.of("manifests", String.class));
  }

  /** Reads the links that the server's administrators have set up for the application. */
  public List<DeepLink> links(ApplicationRef ref) throws ApiException {
    // Here, and nowhere else, the namespace has its short name.
    ApiCall call =
        ArgoCdCall.get("applications", ref.name(), "links")
            .with("project", ref.project())
            .with("namespace", ref.namespace());
    return transport.call(call, Items.of(DeepLink.class));
  }

  /** Reads the windows that matter to the application now. */
  public SyncWindows syncWindows(ApplicationRef ref) throws ApiException {
    return transport.call(Refs.call("GET", ref, "syncwindows"), AnswerReader.of(SyncWindows.class));
  }

  /**
   * Reads what can be done to one object.
   *
   * @param version the version of its kind, such as {@code v1alpha1}
   */
  public List<ResourceAction> actions(ApplicationRef ref, ResourceRef object, String version)
      throws ApiException {
    ApiCall call = object(Refs.call("GET", ref, "resource", "actions"), object, version);
    return transport.call(call, Items.of("actions", ResourceAction.class));
  }

  private static ApiCall object(ApiCall call, ResourceRef object, String version) {
    return call.with("namespace", object.namespace())
        .with("resourceName", object.name())
        .with("version", version)
        .with("group", object.group())
        .with("kind", object.kind());
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
      throws ApiException {
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
