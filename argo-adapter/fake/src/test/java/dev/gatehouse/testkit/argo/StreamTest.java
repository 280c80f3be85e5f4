package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
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

  /** Opens a stream and reads what is shown at its beginning. */
  private BufferedReader live() throws Exception {
    BufferedReader stream = open("", "application/json");
    assertThat(next(stream).path("type").asText()).isEqualTo("ADDED");
    return stream;
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

  /** Asks for a stream that says nothing yet. */
  private CompletableFuture<HttpResponse<InputStream>> quiet(String query) {
    int before = argo.streams().open();
    HttpRequest request = request(STREAM + query).header("Accept", "text/event-stream").build();
    var answer = CLIENT.sendAsync(request, HttpResponse.BodyHandlers.ofInputStream());
    argo.streams().awaitOpen(before + 1, PATIENCE);
    return answer;
  }

  private static BufferedReader reader(HttpResponse<InputStream> answer) {
    return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
  }

  @Test
  void aStreamFromAVersionReplaysNothing() throws Exception {
    FakeApplication payments = payments();
    payments.health("Degraded", "");
    var answer = quiet("?resourceVersion=99999");
    payments.edit(json -> json.withObject("metadata").put("resourceVersion", "1"));
    assertThat(answer).isNotDone();
    argo.streams().cut();
    assertThatThrownBy(answer::get).hasCauseInstanceOf(IOException.class);
  }

  @Test
  void notEvenTheHeadComesBeforeTheFirstEvent() throws Exception {
    payments();
    var answer = quiet("?name=shop");
    argo.streams().keepAlive();
    assertThat(answer).isNotDone();
    argo.addApplication(ApplicationSeed.named("shop"));
    assertThat(reader(answer.get()).readLine()).startsWith("data: {\"result\":");
  }

  @Test
  void anErrorBeforeTheFirstEventIsTheStatusOfTheAnswer() throws Exception {
    var answer = quiet("");
    argo.streams().failUnavailable("going away");
    assertThat(answer.get().statusCode()).isEqualTo(503);
    assertThat(reader(answer.get()).readLine()).contains("\"grpc_code\":14");
  }

  @Test
  void aNamedStreamBeginsWithASnapshotUnlessThatIsOlderThanTheVersion() throws Exception {
    FakeApplication payments = payments();
    String version = payments.json().at("/metadata/resourceVersion").asText();
    String query = "?name=payments&resourceVersion=";
    JsonNode first = next(open(query + version, "application/json"));
    assertThat(first.path("type").asText()).isEqualTo("ADDED");
    var answer = quiet(query + (Long.parseLong(version) + 1));
    payments.health("Degraded", "");
    assertThat(reader(answer.get()).readLine()).contains("MODIFIED");
  }

  @Test
  void serverSentEventsComeInBlocksWithCommentsBetween() throws Exception {
    FakeApplication payments = payments();
    BufferedReader stream = open("", "text/event-stream");
    argo.streams().keepAlive();
    payments.health("Degraded", "");
    assertThat(stream.readLine()).startsWith("data: {\"result\":").endsWith(" ");
    assertThat(stream.readLine()).isEmpty();
    assertThat(stream.readLine()).isEmpty();
    assertThat(stream.readLine()).isEqualTo(":");
    assertThat(stream.readLine()).startsWith("data: {\"result\":");
  }

  @Test
  void linesHaveNoKeepalive() throws Exception {
    FakeApplication payments = payments();
    BufferedReader stream = open("", "text/event-stream, */*");
    argo.streams().keepAlive();
    payments.health("Degraded", "");
    assertThat(stream.readLine()).startsWith("{\"result\":");
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
            "?fields=result.type,result.application.metadata.name,"
                + "result.application.status.health",
            "application/json");
    assertThat(next(stream).path("type").asText()).isEqualTo("ADDED");
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
  void anErrorAtTheEndOfAStreamWithFieldsIsAnEmptyObject() throws Exception {
    payments();
    BufferedReader stream = open("?fields=result.type", "application/json");
    assertThat(stream.readLine()).isEqualTo("{\"result\":{\"type\":\"ADDED\"}}");
    argo.streams().failUnavailable("going away");
    assertThat(stream.readLine()).isEqualTo("{}");
    assertThat(stream.readLine()).isNull();
  }

  @Test
  void anyPathOfAnEventCanBeSelected() throws Exception {
    payments();
    BufferedReader stream =
        open("?fields=result.application.status.operationState.syncResult.revision", "none");
    assertThat(stream.readLine())
        .isEqualTo(
            "{\"result\":{\"application\":{\"status\":{\"operationState\":{\"syncResult\":"
                + "{\"revision\":\"%s\"}}}}}}".formatted(FIRST));
  }

  @Test
  void aDeadlineEndsAStream() throws Exception {
    payments();
    HttpRequest.Builder request = request(STREAM).header("Grpc-Timeout", "50m");
    String[] lines = send(request).text().split("\n", -1);
    assertThat(lines).hasSize(2);
    assertThat(lines[1]).contains("\"grpc_code\":4");
  }

  @Test
  void aCutStreamEnds() throws Exception {
    payments();
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
    payments();
    BufferedReader stream = live();
    stream.close();
    argo.streams().awaitOpen(0, PATIENCE);
  }

  @Test
  void aStrangerIsRefusedBeforeTheFirstByte() throws Exception {
    token = "";
    Answer answer = get(STREAM);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.json().at("/error/http_status").asText()).isEqualTo("Unauthorized");
  }

  @Test
  void waitingForStreamsThatNeverComeFails() {
    assertThatThrownBy(() -> argo.streams().awaitOpen(1, Duration.ofMillis(1)))
        .isInstanceOf(AssertionError.class);
  }
}
