package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import java.util.Map;
import java.util.Set;

/** What is left out when recordings are replayed, why, and what some of them need beforehand. */
final class RecordedApart {
  private static final String MANIFESTS = "it needs manifests, and this server renders none";
  private static final String NO_ROUTE = "this server does not have the endpoint at all";

  static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("access-accounts", NO_ROUTE),
          Map.entry("create-invalid-path", MANIFESTS),
          Map.entry("get-comparison-error", MANIFESTS),
          Map.entry("links", "this server always has a link, so that there is one to be read"),
          Map.entry("no-path-polled", MANIFESTS),
          Map.entry(
              "stream-resource-tree-quiet",
              "a tree speaks only when a test says so, and its quiet proves nothing"));

  /** Fields of a real answer that this server leaves out; nothing in the adapter reads them. */
  static final Set<String> NOT_IN_THE_FAKE =
      Set.of(
          "config",
          "items[].config",
          "googleAnalytics",
          "help",
          "kustomizeOptions",
          "Compiler",
          "GitTreeState",
          "HelmVersion",
          "JsonnetVersion",
          "KustomizeVersion",
          "info.apiVersions",
          "items[].info.apiVersions");

  /** The like for events, of which the adapter reads what happened, and when. */
  static final Set<String> NOT_IN_EVENTS =
      Set.of(
          "items[].eventTime",
          "items[].source",
          "items[].metadata.annotations",
          "items[].metadata.resourceVersion",
          "items[].metadata.uid",
          "items[].involvedObject.apiVersion",
          "items[].involvedObject.namespace",
          "items[].involvedObject.resourceVersion",
          "items[].involvedObject.uid");

  /** Fields of this server that no recording shows, because of what was recorded. */
  static final Set<String> ONLY_IN_THE_FAKE =
      Set.of(
          "status.summary.images",
          "items[].status.summary.images",
          "status.resources[].group",
          "items[].status.resources[].group",
          "items[].group",
          "items[].status.operationState.operation.initiatedBy.automated",
          "items[].status.operationState.operation.sync NULL",
          "items[].status.operationState.operation.sync.resources[].hookType",
          "items[].status.operationState.operation.sync.revisions",
          "items[].status.operationState.operation.sync.sources",
          "result.application.status.summary.images",
          "result.application.status.resources[].group",
          "result.application.status.resources[].health",
          "nodes[].group",
          "nodes[].health",
          "nodes[].parentRefs",
          "shardsCount");

  static Set<String> exempt(String recording) {
    return recording.equals("events") ? NOT_IN_EVENTS : NOT_IN_THE_FAKE;
  }

  private static final String FRESH =
      "{\"metadata\":{\"name\":\"fresh\"},\"spec\":{\"project\":\"shop\",\"destination\":{\"server\":"
          + "\"https://kubernetes.default.svc\",\"namespace\":\"shop-test\"},\"source\":{\"repoURL\":"
          + "\"https://git.example.org/shop.git\",\"path\":\"apps/payments\","
          + "\"targetRevision\":\"main\"}}}";

  private RecordedApart() {}

  /** Brings the world to where the recorder had it. */
  static void prepare(String name, RecordedWorld world) {
    FakeArgoCd argo = world.argo;
    switch (name) {
      case "refresh-normal", "refresh-hard", "refresh-false" -> argo.autopilot();
      case "sync-while-running", "terminate-running", "list-fields", "list-fields-operation-sync" ->
          world.asked("gated", "{}");
      case "gated-sync-waiting", "terminate-polled" -> world.asked("gated", RecordedWorld.NOTED);
      case "gated-sync-finished" -> {
        world.asked("gated", RecordedWorld.NOTED);
        argo.app("gated").finishHook("gate", Outcome.SUCCEEDED, "allowed").reconcile();
      }
      case "job-gate-waiting" -> world.asked("jobgated", "{}");
      case "sync-finished" -> world.synced("orders");
      case "sync-finished-second" ->
          world.synced("orders", "{\"prune\":true,\"infos\":[{\"name\":\"a\",\"value\":\"b\"}]}");
      case "stream-sse-whole-application" ->
          world.synced(
              "orders", "{\"resources\":[{\"kind\":\"ConfigMap\",\"name\":\"payments\"}]}");
      case "rollback-while-running" ->
          argo.app("gated").edit(app -> app.withObject("status").remove("history"));
      case "rollback", "rollback-polled" -> argo.app("orders").edit(RecordedApart::olderHistory);
      case "get-after-blocked-refresh" ->
          argo.app("elsewhere").edit(app -> blocked(app.withObject("/metadata/annotations")));
      case "managed-resources", "managed-resources-fields" ->
          argo.app("orders").drift().reconcile();
      case "resource-actions" -> argo.app("orders").edit(RecordedApart::nothingLives);
      case "events" -> world.synced("checkout");
      case "create-same-again", "create-upsert", "create-differs", "delete", "put-spec" -> {
        world.write("POST", "/api/v1/applications", FRESH);
        argo.app("fresh").reconcile().condition("SharedResourceWarning", "it is shared");
      }
      case "patch-back", "patch-test-fails", "patch-merge-status-ignored" ->
          argo.app("orders").edit(RecordedApart::patched);
      case "retry-finished" -> retried(world);
      default -> {}
    }
  }

  private static void retried(RecordedWorld world) {
    world.asked("rejected", "{\"infos\":[{\"name\":\"a\",\"value\":\"b\"}]}");
    world
        .argo
        .app("rejected")
        .failTryAndWaitForRetry("no")
        .finishOperation(Outcome.FAILED, "no")
        .reconcile();
  }

  private static void blocked(ObjectNode annotations) {
    annotations.put("argocd.argoproj.io/refresh", "normal");
    annotations.put("argocd.argoproj.io/skip-reconcile", "true");
  }

  private static void nothingLives(ObjectNode app) {
    app.withObject("status").putArray("resources");
  }

  private static void patched(ObjectNode app) {
    app.withObject("/metadata/annotations").put("gatehouse.dev/promotion", "p-1");
    app.withObject("/spec/source")
        .put("targetRevision", "3e1f89bdf101c6de03c9db4ba5e2ec640ba2a1ab");
  }

  private static void olderHistory(ObjectNode app) {
    ObjectNode first = (ObjectNode) app.at("/status/history/0");
    first.put("revision", "3731c628bde2eff4541e071e4c6099a4cfe21a0d");
  }
}
