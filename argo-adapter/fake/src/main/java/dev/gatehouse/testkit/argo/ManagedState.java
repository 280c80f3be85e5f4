package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object as Git wants it beside the same object as it lives in the cluster.
 *
 * <p>Immutable. Both are JSON objects of Kubernetes as text, or {@code null} for an object that is
 * not there: without a wish it would be pruned, without a life it would be created.
 *
 * @param target what Git wants
 * @param live what is in the cluster
 */
public record ManagedState(String target, String live) {
  private static final String ABSENT = "null";

  /** Requires at least one of the two. */
  public ManagedState {
    if (!Json.parse(target).isObject() && !Json.parse(live).isObject()) {
      throw new IllegalArgumentException("an object is wanted, or lives, or both");
    }
  }

  /** Returns an object that a sync would create. */
  public static ManagedState missing(String target) {
    return new ManagedState(target, ABSENT);
  }

  /** Returns an object that a sync with prune would delete. */
  public static ManagedState superfluous(String live) {
    return new ManagedState(ABSENT, live);
  }

  /** Returns an object that is as Git wants it. */
  public static ManagedState same(String state) {
    return new ManagedState(state, state);
  }

  /** Shows it as the server does: what would be deleted does not count as modified. */
  ObjectNode shown() {
    JsonNode wanted = Json.parse(target);
    JsonNode there = Json.parse(live);
    JsonNode either = wanted.isObject() ? wanted : there;
    ObjectNode item = Json.object();
    String version = Json.text(either, "apiVersion");
    Json.putText(item, "group", version.contains("/") ? version.split("/", -1)[0] : "");
    item.put("kind", Json.text(either, "kind"));
    Json.putText(item, "namespace", Json.text(either, "metadata", "namespace"));
    item.put("name", Json.text(either, "metadata", "name"));
    item.put("targetState", wanted.toString()).put("liveState", there.toString());
    item.put("normalizedLiveState", there.toString());
    item.put("predictedLiveState", wanted.toString());
    Json.putText(item, "resourceVersion", Json.text(there, "metadata", "resourceVersion"));
    if (wanted.isObject() && !wanted.equals(there)) {
      item.put("modified", true);
    }
    return item;
  }
}
