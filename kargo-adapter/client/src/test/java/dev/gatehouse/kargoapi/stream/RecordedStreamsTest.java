package dev.gatehouse.kargoapi.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.kargoapi.client.KargoClient;
import dev.gatehouse.kargoapi.client.LocalKargo;
import dev.gatehouse.kargoapi.client.LocalKargo.Answer;
import dev.gatehouse.kargoapi.client.Recordings;
import dev.gatehouse.kargoapi.client.Recordings.Exchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What a real Kargo has sent in its streams, fed to a watch. */
class RecordedStreamsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TestFactory
  Stream<DynamicTest> everyRecordedStreamOfAListIsFollowed() {
    return followed().stream()
        .map(each -> DynamicTest.dynamicTest(each.name() + " " + each.note(), () -> follow(each)));
  }

  @Test
  void streamsOfListsWereRecordedWithDeletionsAndErrors() {
    List<Exchange> all = followed();
    assertThat(all).hasSizeGreaterThan(5);
    String lines = all.stream().map(RecordedStreamsTest::text).reduce("", String::concat);
    assertThat(lines).contains("\"DELETED\"", "\"MODIFIED\"", "\"ADDED\"", "out_of_range");
  }

  /** Streams of one object and of the configuration are not followed by the client. */
  private static List<Exchange> followed() {
    return Recordings.all().stream()
        .filter(Exchange::isStream)
        .filter(each -> each.contentType().startsWith("text/event-stream"))
        .filter(each -> each.path().matches(".*/(promotions|stages|freight|warehouses)\\?.*"))
        .toList();
  }

  private static void follow(Exchange recorded) throws IOException, InterruptedException {
    String kind = recorded.path().replaceAll(".*/(\\w+)\\?.*", "$1");
    switch (kind) {
      case "promotions" -> follow(recorded, Watched.promotions());
      case "stages" -> follow(recorded, Watched.stages());
      case "freight" -> follow(recorded, Watched.freight());
      default -> follow(recorded, Watched.warehouses());
    }
  }

  private static <T> void follow(Exchange recorded, Watched<T> watched)
      throws IOException, InterruptedException {
    List<String> expected = expected(recorded);
    Seen<T> seen = new Seen<>(watched);
    try (LocalKargo kargo = LocalKargo.start();
        KargoClient client = kargo.client()) {
      kargo.answering(
          asked ->
              asked.path().contains("watch=true")
                  ? Answer.open(text(recorded))
                  : Answer.json(200, "{\"metadata\":{},\"items\":[],\"groups\":{}}"));
      try (ProjectWatch<T> watch =
          ProjectWatch.start(client, "shop", watched, seen, length -> {})) {
        assertThat(watch).isNotNull();
        for (String each : expected) {
          assertThat(seen.next()).isEqualTo(each);
        }
      }
    }
  }

  /** What the frames mean after a list that was empty, up to what ends the first watch. */
  private static List<String> expected(Exchange recorded) throws IOException {
    List<String> expected = new ArrayList<>(List.of("listed []"));
    Set<String> held = new LinkedHashSet<>();
    for (String line : text(recorded).split("\n", -1)) {
      if (line.startsWith("event: error")) {
        held.forEach(name -> expected.add("gone " + name));
        expected.add("listed []");
        return expected;
      }
      if (line.startsWith("data:")) {
        JsonNode frame = JSON.readTree(line.substring(5));
        String name = frame.at("/object/metadata/name").asText();
        boolean deleted = frame.path("type").asText().equals("DELETED");
        if (deleted && held.contains(name)) {
          held.forEach(each -> expected.add("gone " + each));
          expected.add("listed []");
          return expected;
        }
        if (!deleted) {
          held.add(name);
          expected.add("changed " + name);
        }
      }
    }
    return expected;
  }

  private static String text(Exchange recorded) {
    StringBuilder text = new StringBuilder();
    recorded
        .response()
        .path("sseLines")
        .forEach(each -> text.append(each.path("line").asText()).append('\n'));
    return text.append('\n').toString();
  }
}
