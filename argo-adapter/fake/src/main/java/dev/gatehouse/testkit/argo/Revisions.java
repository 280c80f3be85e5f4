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
                    "error resolving repo revision: rpc error: code = Unknown desc = unable to"
                        + " resolve '"
                        + revision
                        + "' to a commit SHA"));
  }

  /** Returns the targets as they are written, which is what is shown when nothing can be made. */
  static Revisions asWritten(TrackedApplication app) {
    return new Revisions(
        app.sources().stream().map(source -> Json.text(source, "targetRevision")).toList());
  }

  /** Finds the full names of these commits; a name that is not found stays. */
  Revisions resolved(FakeRepositories repositories, List<JsonNode> sources) {
    List<String> full = new ArrayList<>();
    for (int i = 0; i < shas.size(); i++) {
      String sha = shas.get(i);
      String url = i < sources.size() ? Json.text(sources.get(i), "repoURL") : "";
      full.add(repositories.resolve(url, sha).orElse(sha));
    }
    return new Revisions(full);
  }

  /** Returns the complaint about a commit that the repository does not have. */
  static String notThere(String sha) {
    return ("failed to initialize repository resources: rpc error: code = Internal desc = Failed to"
            + " checkout revision %1$s: `git fetch origin %1$s --tags --force --prune` failed exit"
            + " status 128: fatal: remote error: upload-pack: not our ref %1$s")
        .formatted(sha);
  }

  /** Returns the complaint about manifests that cannot be made of the first missing commit. */
  String cannotLoad(FakeRepositories repositories, List<JsonNode> sources) {
    for (int i = 0; i < Math.min(sources.size(), shas.size()); i++) {
      if (!repositories.knows(Json.text(sources.get(i), "repoURL"), shas.get(i))) {
        return "Failed to load target state: failed to generate manifest for source %d of %d: rpc error: code = Unknown desc = %s"
            .formatted(i + 1, sources.size(), notThere(shas.get(i)));
      }
    }
    return "";
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
