package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Shows an object that a controller in the cluster has made as the tree shows it. */
final class MadeObject {
  private MadeObject() {}

  static ObjectNode node(ObjectNode object) {
    JsonNode metadata = object.path("metadata");
    ObjectNode node = identity(Json.object(), object);
    Json.putText(node, "version", version(object));
    Json.putText(node, "namespace", Json.text(metadata, "namespace"));
    node.put("name", Json.text(metadata, "name")).put("uid", Json.text(metadata, "uid"));
    Json.putText(node, "createdAt", Json.text(metadata, "creationTimestamp"));
    if (metadata.path("ownerReferences").size() > 0) {
      ArrayNode parents = node.putArray("parentRefs");
      metadata
          .path("ownerReferences")
          .forEach(
              owner ->
                  identity(parents.addObject(), owner)
                      .put("namespace", Json.text(metadata, "namespace"))
                      .put("name", Json.text(owner, "name"))
                      .put("uid", Json.text(owner, "uid")));
    }
    return node;
  }

  private static ObjectNode identity(ObjectNode to, JsonNode object) {
    String api = Json.text(object, "apiVersion");
    Json.putText(to, "group", api.contains("/") ? api.split("/", -1)[0] : "");
    return to.put("kind", Json.text(object, "kind"));
  }

  private static String version(JsonNode object) {
    String api = Json.text(object, "apiVersion");
    return api.contains("/") ? api.split("/", -1)[1] : api;
  }
}
