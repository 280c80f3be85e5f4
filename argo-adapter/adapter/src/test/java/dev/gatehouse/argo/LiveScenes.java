package dev.gatehouse.argo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.LiveScene.Way;
import java.util.function.Consumer;

/** Changes to an application object that the server itself would not make. */
final class LiveScenes {
  private LiveScenes() {}

  static Consumer<ObjectNode> deleting() {
    return json ->
        ((ObjectNode) json.path("metadata")).put("deletionTimestamp", "2026-11-23T09:00:30Z");
  }

  /** Writes another revision of our source. */
  static void revision(ObjectNode holder, Way way, String revision) {
    if (way.several()) {
      ((ArrayNode) holder.path("revisions")).set(1, revision);
    } else {
      holder.put("revision", revision);
    }
  }
}
