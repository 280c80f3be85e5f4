package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The commits of an application's sources, in the order of the sources. */
record Revisions(List<String> shas) {
  Revisions {
    shas = List.copyOf(shas);
  }

  /** Resolves what the spec names. */
  static Revisions ofSpec(FakeRepositories repositories, TrackedApplication app) throws Refusal {
    List<String> shas = new ArrayList<>();
    for (JsonNode source : app.sources()) {
      shas.add(resolve(repositories, source, Json.text(source, "targetRevision")));
    }
    return new Revisions(shas);
  }

  static String resolve(FakeRepositories repositories, JsonNode source, String revision)
      throws Refusal {
    return repositories
        .resolve(Json.text(source, "repoURL"), revision)
        .orElseThrow(
            () ->
                new Refusal(
                    GrpcCode.FAILED_PRECONDITION,
                    "unable to resolve '" + revision + "' to a commit SHA"));
  }

  /** Reads them from an operation, a sync result or a history entry. */
  static Revisions in(JsonNode node) {
    List<String> shas = new ArrayList<>();
    node.path("revisions").forEach(sha -> shas.add(sha.asText()));
    if (shas.isEmpty() && Json.has(node, "revision")) {
      shas.add(Json.text(node, "revision"));
    }
    return new Revisions(shas);
  }

  boolean areComplete() {
    return !shas.isEmpty() && shas.stream().noneMatch(String::isEmpty);
  }

  boolean areKnown(FakeRepositories repositories, List<JsonNode> sources) {
    for (int i = 0; i < Math.min(sources.size(), shas.size()); i++) {
      if (!repositories.knows(Json.text(sources.get(i), "repoURL"), shas.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Writes {@code revision}, or {@code revisions} alone for a multi-source application. */
  void into(ObjectNode node, boolean multiSource) {
    node.remove(List.of("revision", "revisions"));
    if (multiSource) {
      ArrayNode all = node.putArray("revisions");
      shas.forEach(all::add);
    } else {
      node.put("revision", shas.isEmpty() ? "" : shas.get(0));
    }
  }

  /** Names what these commits bring to these sources, whatever the branch was called. */
  String content(FakeRepositories repositories, List<JsonNode> sources) {
    StringBuilder content = new StringBuilder();
    for (int i = 0; i < sources.size(); i++) {
      ObjectNode source = sources.get(i).deepCopy();
      source.remove("targetRevision");
      String repository = Json.text(source, "repoURL");
      String sha = i < shas.size() ? shas.get(i) : "";
      content.append(source).append('@');
      content.append(repositories.content(repository, Json.text(source, "path"), sha)).append('\n');
    }
    return content.toString();
  }

  @Override
  public String toString() {
    return shas.size() == 1 ? shas.get(0) : shas.toString();
  }
}
