package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One exchange with a real server, as it was written down. */
record Recording(String name, JsonNode request, JsonNode response) {
  private static final Pattern NAMED =
      Pattern.compile("/(applications|projects|clusters|account|revisions)/[^/]+");
  private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ";

  /** Reads them all, sorted by their names. */
  static List<Recording> all() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(Recording.class.getResource("/argo/recorded"));
    List<Recording> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of(folder.toURI()))) {
      for (Path file : files.sorted().toList()) {
        JsonNode json = Json.parse(Files.readString(file));
        all.add(
            new Recording(json.at("/name").asText(), json.at("/request"), json.at("/response")));
      }
    }
    return all;
  }

  boolean isPolled() {
    return response.has("bodies");
  }

  boolean isStream() {
    return response.has("lines");
  }

  JsonNode body() {
    return response.path("body");
  }

  int status() {
    return response.path("status").asInt();
  }

  String contentType() {
    return plainType(response.path("contentType").asText());
  }

  String path() {
    String query = request.path("query").asText();
    return request.path("path").asText() + (query.isEmpty() ? "" : "?" + query);
  }

  /** Names what kind of answer it is: applications look alike wherever they come from. */
  String kind() {
    if (body().has("spec") && body().has("status") && !body().at("/spec/destinations").isArray()) {
      return "Application";
    }
    return NAMED.matcher(request.path("path").asText()).replaceAll("/$1/*");
  }

  static String plainType(String type) {
    return type.split(";", -1)[0];
  }

  /** Takes out what no two servers have in common: times, and how Go complains about JSON. */
  static String plain(String text) {
    return text.strip()
        .replaceAll(TIME, "<time>")
        .replaceAll("at \\d{1,2}:\\d\\d[AP]M", "at <time>")
        .replaceAll("-presync-\\d+", "-presync-<time>")
        .replaceAll("invalid character .*", "invalid character <...>");
  }
}
