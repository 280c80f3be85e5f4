package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StreamTest extends ArgoFixture {
  private static final String STREAM = "/api/v1/stream/applications";

  /** Opens a stream and waits until the server knows of it. */
  private BufferedReader open(String query, String accept) throws Exception {
    int before = argo.streams().open();
    HttpRequest request = request(STREAM + query).header("Accept", accept).build();
    var answer = CLIENT.send(request, HttpResponse.BodyHandlers.ofInputStream());
    assertThat(answer.statusCode()).isEqualTo(200);
    argo.streams().awaitOpen(before + 1, PATIENCE);
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  private BufferedReader live() throws Exception {
    return open("?resourceVersion=1", "application/json");
  }

  private static JsonNode next(BufferedReader stream) throws IOException {
    return Json.parse(stream.readLine()).path("result");
  }

  @Test
  void aFreshStreamBeginsWithWhatIsThere() throws Exception {
    payments();
    JsonNode first = next(open("", "application/json"));
    assertThat(first.path("type").asText()).isEqualTo("ADDED");
    assertThat(first.at("/application/metadata/name").asText()).isEqualTo("payments");
  }

  @Test
  void aStreamFromAVersionReplaysNothing() throws Exception {
    FakeApplication payments = payments();
    payments.health("Degraded", "");
    BufferedReader stream = live();
    payments.health("Healthy", "");
    JsonNode first = next(stream);
    assertThat(first.path("type").asText()).isEqualTo("MODIFIED");
    assertThat(first.at("/application/status/health/status").asText()).isEqualTo("Healthy");
  }

  @Test
  void aNamedStreamBeginsWithASnapshotWhateverTheVersion() throws Exception {
    payments();
    JsonNode first = next(open("?name=payments&resourceVersion=999999", "application/json"));
    assertThat(first.path("type").asText()).isEqualTo("ADDED");
  }

  @Test
  void serverSentEventsComeInBlocksWithCommentsBetween() throws Exception {
    FakeApplication payments = payments();
    BufferedReader stream = open("?resourceVersion=1", "text/event-stream");
    argo.streams().keepAlive();
    payments.health("Degraded", "");
    assertThat(stream.readLine()).startsWith(":");
    assertThat(stream.readLine()).isEmpty();
    assertThat(stream.readLine()).startsWith("data: {\"result\":");
    assertThat(stream.readLine()).isEmpty();
  }

  @Test
  void linesHaveNoKeepalive() throws Exception {
    FakeApplication payments = payments();
    BufferedReader stream = open("?resourceVersion=1", "text/event-stream, */*");
    argo.streams().keepAlive();
    payments.health("Degraded", "");
    assertThat(stream.readLine()).startsWith("{\"result\":");
  }

  @Test
  void lostEventsAreLost() throws Exception {
    FakeApplication payments = payments();
    BufferedReader stream = live();
    argo.streams().loseNextEvents(1);
    payments.health("Degraded", "").health("Missing", "");
    assertThat(next(stream).at("/application/status/health/status").asText()).isEqualTo("Missing");
  }

  @Test
  void eventsCanComeTwice() throws Exception {
    FakeApplication payments = payments();
    BufferedReader stream = live();
    argo.streams().repeatNextEvents(1);
    payments.health("Degraded", "");
    assertThat(next(stream)).isEqualTo(next(stream));
  }

  @Test
  void equalProjectionsInARowAreSentOnce() throws Exception {
    FakeApplication payments = payments();
    BufferedReader stream =
        open(
            "?resourceVersion=1&fields=result.type,result.application.metadata.name,"
                + "result.application.status.health",
            "application/json");
    payments.condition("SyncError", "one").condition("SyncError", "two").health("Degraded", "x");
    assertThat(next(stream).at("/application/status/health/status").asText()).isEqualTo("Healthy");
    JsonNode second = next(stream);
    assertThat(second.at("/application/status/health/status").asText()).isEqualTo("Degraded");
    assertThat(second.at("/application/spec").isMissingNode()).isTrue();
  }

  @Test
  void onlyWhatOneMayGetIsStreamed() throws Exception {
    FakeApplication payments = payments();
    FakeApplication shop = argo.addApplication(ApplicationSeed.named("shop").inProject("shop"));
    token = argo.access().account("ci").allow("applications", "get", "shop/*").token();
    BufferedReader stream = live();
    payments.health("Degraded", "");
    shop.health("Degraded", "");
    assertThat(next(stream).at("/application/metadata/name").asText()).isEqualTo("shop");
  }

  @Test
  void anErrorInsideOfAStreamEndsIt() throws Exception {
    payments();
    BufferedReader stream = live();
    argo.streams().failUnavailable("going away");
    JsonNode error = Json.parse(stream.readLine()).path("error");
    assertThat(error.path("grpc_code").asInt()).isEqualTo(14);
    assertThat(error.path("message").asText()).isEqualTo("going away");
    assertThat(stream.readLine()).isNull();
  }

  @Test
  void aCutStreamEnds() throws Exception {
    BufferedReader stream = live();
    argo.streams().cut();
    assertThat(stream.readLine()).isNull();
    argo.streams().awaitOpen(0, PATIENCE);
  }

  @Test
  void aFrozenStreamStaysOpenAndSilentWhileANewOneSpeaks() throws Exception {
    FakeApplication payments = payments();
    BufferedReader frozen = live();
    argo.streams().freeze();
    BufferedReader other = live();
    payments.health("Degraded", "");
    assertThat(next(other).path("type").asText()).isEqualTo("MODIFIED");
    assertThat(frozen.ready()).isFalse();
    assertThat(argo.streams().open()).isEqualTo(2);
  }

  @Test
  void aStreamThatItsClientClosedIsForgotten() throws Exception {
    BufferedReader stream = live();
    stream.close();
    argo.streams().awaitOpen(0, PATIENCE);
  }

  @Test
  void aStrangerIsRefusedBeforeTheFirstByte() throws Exception {
    token = "";
    assertThat(get(STREAM).status()).isEqualTo(401);
  }

  @Test
  void waitingForStreamsThatNeverComeFails() {
    assertThatThrownBy(() -> argo.streams().awaitOpen(1, Duration.ofMillis(1)))
        .isInstanceOf(AssertionError.class);
  }
}
