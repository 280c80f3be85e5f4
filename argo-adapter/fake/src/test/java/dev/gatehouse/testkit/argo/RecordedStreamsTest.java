package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A stream is framed as that of a real server, and says the same about the same events. */
class RecordedStreamsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** What happens while a stream is open. */
  static final Map<String, Consumer<RecordedWorld>> SCRIPTS =
      Map.ofEntries(
          Map.entry("stream-accept-two-types", world -> {}),
          Map.entry("stream-bad-token", world -> {}),
          Map.entry("stream-created-and-deleted", RecordedStreamsTest::createdAndDeleted),
          Map.entry("stream-grpc-timeout", world -> {}),
          Map.entry("stream-ndjson-quiet-from-the-start", world -> synced(world, "orders")),
          Map.entry("stream-ndjson-sync", world -> synced(world, "orders")),
          Map.entry("stream-resource-tree-absent", world -> {}),
          Map.entry("stream-sse-fields-without-prefix", world -> {}),
          Map.entry("stream-sse-from-old-resource-version", world -> synced(world, "yearly")),
          Map.entry("stream-sse-from-resource-version", world -> synced(world, "rejected")),
          Map.entry("stream-sse-from-resource-version-with-name", world -> synced(world, "waves")),
          Map.entry("stream-sse-quiet-from-the-start", world -> synced(world, "orders")),
          Map.entry("stream-sse-snapshot-and-keepalive", world -> synced(world, "manualok")),
          Map.entry("stream-sse-sync", world -> synced(world, "waves")),
          Map.entry("stream-sse-sync-other-fields", world -> synced(world, "waves")),
          Map.entry("stream-sse-whole-application", world -> {}));

  private static void synced(RecordedWorld world, String name) {
    if (name.equals("yearly")) {
      world.argo.app(name).health("Degraded", "");
    } else {
      world.synced(name);
    }
  }

  private static void createdAndDeleted(RecordedWorld world) {
    String brief =
        "{\"metadata\":{\"name\":\"brief\"},\"spec\":{\"project\":\"shop\",\"source\":{\"repoURL\":"
            + "\"https://git.example.org/shop.git\",\"path\":\"a\",\"targetRevision\":\"main\"}}}";
    world.write("POST", "/api/v1/applications", brief);
    world.argo.reconcile("brief");
    world.write("DELETE", "/api/v1/applications/brief?project=shop&cascade=false", "");
  }

  @TestFactory
  Stream<DynamicTest> aStreamSaysWhatThatOfARealServerSaid() throws Exception {
    List<Recording> all = Recording.all();
    return all.stream()
        .filter(recording -> SCRIPTS.containsKey(recording.name()))
        .map(r -> DynamicTest.dynamicTest(r.name(), () -> replay(r, all)));
  }

  private static void replay(Recording recording, List<Recording> all) throws Exception {
    try (RecordedWorld world = new RecordedWorld()) {
      RecordedApart.prepare(recording.name(), world);
      HttpRequest request = world.request(recording);
      boolean refused = recording.status() >= 400;
      var answer = ArgoFixture.CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofString());
      if (!refused && !recording.name().contains("timeout")) {
        world.argo.streams().awaitOpen(1, PATIENCE);
        SCRIPTS.getOrDefault(recording.name(), w -> {}).accept(world);
        if (recording.response().path("status").isNull()) {
          isStillQuiet(world, answer);
          return;
        }
        world.argo.streams().cut();
      }
      HttpResponse<String> found = answer.get();
      assertThat(found.statusCode()).isEqualTo(recording.status());
      String type = found.headers().firstValue("content-type").orElse("");
      assertThat(Recording.plainType(type)).isEqualTo(recording.contentType());
      saysTheSame(recording, List.of(found.body().split("\n", -1)), all);
    }
  }

  /** The status of an error is still free, so nothing at all was written before. */
  private static void isStillQuiet(
      RecordedWorld world, CompletableFuture<HttpResponse<String>> answer) throws Exception {
    world.argo.streams().keepAlive().failUnavailable("going away");
    assertThat(answer.get().statusCode()).isEqualTo(503);
  }

  private static void saysTheSame(Recording recording, List<String> found, List<Recording> all)
      throws IOException {
    List<String> expected = lines(recording);
    assertThat(frame(found)).startsWith(frame(expected));
    assertThat(types(found)).containsSubsequence(types(expected));
    assertThat(messages(found).contains(Json.object()))
        .isEqualTo(messages(expected).contains(Json.object()));
    assertThat(Shape.missing(shapes(expected), shapes(found), RecordedApart.NOT_IN_THE_FAKE))
        .isEmpty();
    Set<String> known = new TreeSet<>();
    all.stream().filter(Recording::isStream).forEach(r -> known.addAll(shapes(lines(r))));
    assertThat(Shape.missing(shapes(found), known, RecordedApart.ONLY_IN_THE_FAKE)).isEmpty();
  }

  private static List<String> lines(Recording recording) {
    List<String> lines = new ArrayList<>();
    recording.response().path("lines").forEach(line -> lines.add(line.asText()));
    return lines;
  }

  /** Tells the lines of the first message apart: data, lines between, and what comes next. */
  private static String frame(List<String> lines) {
    StringBuilder frame = new StringBuilder();
    for (String line : lines.subList(0, Math.min(3, lines.size()))) {
      frame.append(line.isBlank() ? "empty " : line.startsWith("data: ") ? "data " : "line ");
    }
    return frame.toString();
  }

  private static List<JsonNode> messages(List<String> lines) {
    return lines.stream()
        .map(line -> line.startsWith("data: ") ? line.substring("data: ".length()) : line)
        .filter(line -> line.startsWith("{"))
        .map(Json::parse)
        .toList();
  }

  private static List<String> types(List<String> lines) {
    return messages(lines).stream()
        .map(message -> message.at("/result/type").asText())
        .filter(type -> !type.isEmpty())
        .distinct()
        .toList();
  }

  private static Set<String> shapes(List<String> lines) {
    Set<String> all = new TreeSet<>();
    messages(lines).forEach(message -> all.addAll(Shape.of(message)));
    return all;
  }
}
