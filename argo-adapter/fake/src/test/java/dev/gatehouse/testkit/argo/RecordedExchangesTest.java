package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a real server answered is what this one answers, field by field. */
class RecordedExchangesTest {
  @TestFactory
  Stream<DynamicTest> anExchangeGoesAsItWentWithTheRealServer() throws Exception {
    List<Recording> all = Recording.all();
    return all.stream()
        .filter(recording -> !recording.isStream() && !recording.isPolled())
        .filter(recording -> !RecordedApart.REASONS.containsKey(recording.name()))
        .map(r -> DynamicTest.dynamicTest(r.name(), () -> replay(r, all)));
  }

  @Test
  void everyRecordingIsReplayedOrLeftOutForAReason() throws Exception {
    Set<String> names = new TreeSet<>();
    for (Recording recording : Recording.all()) {
      names.add(recording.name());
      boolean apart = RecordedApart.REASONS.containsKey(recording.name());
      boolean polled = RecordedOperationsTest.SCRIPTS.containsKey(recording.name());
      boolean streamed = RecordedStreamsTest.SCRIPTS.containsKey(recording.name());
      boolean single = !recording.isPolled() && !recording.isStream();
      assertThat(Stream.of(apart, !apart && single, polled, streamed).filter(is -> is).count())
          .as(recording.name())
          .isEqualTo(1);
    }
    assertThat(names).hasSizeGreaterThan(200).containsAll(RecordedApart.REASONS.keySet());
    assertThat(RecordedApart.REASONS.values()).allMatch(reason -> reason.length() > 20);
  }

  private static void replay(Recording recording, List<Recording> all) throws Exception {
    try (RecordedWorld world = new RecordedWorld()) {
      RecordedApart.prepare(recording.name(), world);
      HttpResponse<String> answer = world.send(recording);
      String type = answer.headers().firstValue("content-type").orElse("");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(recording.status());
      assertThat(Recording.plainType(type)).isEqualTo(recording.contentType());
      if (type.startsWith("text/html")) {
        return;
      }
      if (!recording.body().isContainerNode()) {
        assertThat(answer.body().strip()).isEqualTo(recording.body().asText().strip());
      } else if (recording.body().has("code")) {
        refusedAlike(Json.parse(answer.body()), recording.body());
      } else {
        shapedAlike(Json.parse(answer.body()), recording, all);
      }
    }
  }

  private static void refusedAlike(JsonNode found, JsonNode expected) {
    assertThat(found.path("code")).isEqualTo(expected.path("code"));
    for (String field : List.of("error", "message")) {
      assertThat(Recording.plain(found.path(field).asText()))
          .isEqualTo(Recording.plain(expected.path(field).asText()));
    }
  }

  private static void shapedAlike(JsonNode found, Recording recording, List<Recording> all) {
    if (recording.path().contains("refresh=") && recording.kind().equals("Application")) {
      String annotations = "/metadata/annotations";
      assertThat(found.at(annotations)).isEqualTo(recording.body().at(annotations));
    }
    Set<String> seen = Shape.of(found);
    assertThat(
            Shape.missing(Shape.of(recording.body()), seen, RecordedApart.exempt(recording.name())))
        .as("missing here")
        .isEmpty();
    Set<String> known = new TreeSet<>();
    all.stream()
        .filter(other -> other.kind().equals(recording.kind()))
        .forEach(other -> known.addAll(Shape.of(other.body())));
    all.stream()
        .filter(other -> other.kind().equals("Application"))
        .flatMap(other -> Shape.of(other.body()).stream())
        .forEach(
            field -> {
              known.add("items[]." + field);
              // The state of an operation repeats what was asked for.
              known.add("items[].status.operationState." + field);
            });
    assertThat(Shape.missing(seen, known, RecordedApart.ONLY_IN_THE_FAKE))
        .as("never seen on a real server")
        .isEmpty();
  }
}
