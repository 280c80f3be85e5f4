package dev.gatehouse.argocd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argocd.client.ApplicationQuery;
import dev.gatehouse.argocd.http.ArgoCdDialect;
import dev.gatehouse.argocd.http.LocalServer;
import dev.gatehouse.argocd.model.ApplicationChange;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Limits;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
  private static final Limits LIMITS = Limits.standard().withBytes(100_000, 100_000, 10_000);

  private final LocalServer server = LocalServer.start();
  private final RecordingListener<ApplicationChange> listener = RecordingListener.ofApplications();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpTransport transport(Limits limits) {
    return HttpTransport.to(server.server().limits(limits).build(), ArgoCdDialect.INSTANCE);
  }

  private StreamEnd follow(Limits limits) throws ApiException {
    try (HttpTransport transport = transport(limits)) {
      EventStream.applications(transport, ApplicationQuery.all().after("42"), listener);
      return listener.end();
    }
  }

  private StreamEnd follow() throws ApiException {
    return follow(LIMITS);
  }

  private FailureKind failure(StreamEnd end) {
    assertThat(end.kind()).isEqualTo(StreamEnd.Kind.FAILED);
    return end.failure().orElseThrow().kind();
  }

  private static void event(OutputStream out, String type, String name) throws IOException {
    LocalServer.write(
        out,
        "data: {\"result\":{\"type\":\"%s\",\"application\":{\"metadata\":{\"name\":\"%s\"}}}}\n\n"
            .formatted(type, name));
  }

  @Test
  void changesAndSignsOfLifeAreToldInOrder() throws ApiException {
    server.then(
        out -> {
          LocalServer.write(out, HEAD + ":\n");
          event(out, "ADDED", "a");
          event(out, "DELETED", "b");
        });
    assertThat(follow().kind()).isEqualTo(StreamEnd.Kind.FINISHED);
    assertThat(listener.told())
        .containsExactly("opened", "alive", "ADDED a", "DELETED b", "ended FINISHED");
  }

  @Test
  void theStreamIsAskedForAsEventsWithItsFields() throws ApiException {
    server.then(out -> LocalServer.write(out, HEAD));
    follow();
    assertThat(server.requests().get(0))
        .startsWith(
            "GET /api/v1/stream/applications?resourceVersion=42&fields=result.type%2Cerror%2C")
        .contains("result.application.metadata.name")
        .contains("Accept: text/event-stream\n")
        .doesNotContain("Grpc-Timeout");
  }

  @Test
  void anEventThatIsCutOffDoesNotCount() throws ApiException {
    server.then(
        out ->
            LocalServer.write(
                out,
                HEAD
                    + "data: {\"result\":{\"type\":\"ADDED\",\"application\":{\"metadata\":{\"name\":\"a\"}}}}\n"));
    assertThat(follow().kind()).isEqualTo(StreamEnd.Kind.FINISHED);
    assertThat(listener.told()).containsExactly("opened", "ended FINISHED");
  }

  @Test
  void linesMayEndWithACarriageReturnAndSpreadOverSeveral() throws ApiException {
    server.then(
        out ->
            LocalServer.write(
                out,
                HEAD
                    + "event: x\r\ndata: {\"result\":{\"type\":\"ADDED\",\r\ndata:\"application\":{\"metadata\":{\"name\":\"a\"}}}}\r\n\r\n"));
    follow();
    assertThat(listener.told()).contains("ADDED a");
  }

  @Test
  void anErrorInTheStreamEndsItWithItsKind() throws ApiException {
    server.then(
        out ->
            LocalServer.write(
                out,
                HEAD
                    + "data: {\"error\":{\"grpc_code\":14,\"http_code\":503,\"message\":\"going away\"}}\n\n"));
    StreamEnd end = follow();
    assertThat(failure(end)).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(end.failure().orElseThrow().message()).isEqualTo("going away");
  }

  @Test
  void anErrorThatTheFieldsHideIsStillAnError() throws ApiException {
    server.then(out -> LocalServer.write(out, HEAD + "data: {} \n\n\n"));
    assertThat(failure(follow())).isEqualTo(FailureKind.UNAVAILABLE);
  }

  @Test
  void aRefusalBeforeTheFirstEventHasItsKindThoughItComesAsAnEvent() throws ApiException {
    server.answers(
        404,
        "text/event-stream",
        "data: {\"error\":{\"grpc_code\":5,\"http_code\":404,\"message\":\"applications.argoproj.io \\\"absent\\\" not found\",\"http_status\":\"Not Found\"}}\n\n");
    StreamEnd end = follow();
    assertThat(failure(end)).isEqualTo(FailureKind.NOT_FOUND);
    assertThat(end.failure().orElseThrow().message()).contains("\"absent\" not found");
  }

  @Test
  void aSilentStreamEndsByItself() throws ApiException {
    server.then(
        out -> {
          LocalServer.write(out, HEAD + ":\n\n");
          server.hold();
        });
    StreamEnd end = follow(LIMITS.withStreamSilence(Duration.ofMillis(200)));
    assertThat(failure(end)).isEqualTo(FailureKind.TIMED_OUT);
    assertThat(listener.told()).contains("alive");
  }

  @Test
  void aLineOfTenMegabytesIsTooLarge() throws ApiException {
    server.then(
        out -> {
          LocalServer.write(out, HEAD + "data: ");
          String block = "x".repeat(1024 * 1024);
          for (int i = 0; i < 10; i++) {
            LocalServer.write(out, block);
          }
        });
    assertThat(failure(follow())).isEqualTo(FailureKind.TOO_LARGE);
  }

  @Test
  void anEventOfManyLinesIsBoundedToo() throws ApiException {
    server.then(
        out -> {
          LocalServer.write(out, HEAD);
          for (int i = 0; i < 1000; i++) {
            LocalServer.write(out, "data: " + "x".repeat(100) + "\n");
          }
        });
    assertThat(failure(follow())).isEqualTo(FailureKind.TOO_LARGE);
  }

  @Test
  void whatCannotBeReadEndsTheStream() throws ApiException {
    for (String data :
        new String[] {"garbage", "null", "[1]", "{\"result\":{\"type\":\"ADDED\"}}"}) {
      server.then(out -> LocalServer.write(out, HEAD + "data: " + data + "\n\n"));
      RecordingListener<ApplicationChange> own = RecordingListener.ofApplications();
      try (HttpTransport transport = transport(LIMITS)) {
        EventStream.applications(transport, ApplicationQuery.all(), own);
        assertThat(failure(own.end())).as(data).isEqualTo(FailureKind.MALFORMED);
      }
    }
  }

  @Test
  void aStreamThatIsNotOpenedEndsWithItsKind() throws ApiException {
    server.answers(401, "application/json", "{\"code\":16,\"message\":\"no session information\"}");
    assertThat(failure(follow())).isEqualTo(FailureKind.UNAUTHENTICATED);
    assertThat(listener.told()).containsExactly("ended FAILED");
  }

  @Test
  void aStreamWithoutSignsOfLifeIsNotTaken() throws ApiException {
    server.answersJson("{\"result\":{}}");
    assertThat(failure(follow())).isEqualTo(FailureKind.NOT_THE_API);
  }

  @Test
  void closingEndsAReadThatBlocks() throws ApiException, InterruptedException {
    CountDownLatch sent = new CountDownLatch(1);
    server.then(
        out -> {
          LocalServer.write(out, HEAD + ":\n\n");
          sent.countDown();
          server.hold();
        });
    try (HttpTransport transport = transport(LIMITS)) {
      EventStream<ApplicationChange> stream =
          EventStream.applications(transport, ApplicationQuery.all(), listener);
      sent.await();
      stream.close();
      assertThat(listener.end().kind()).isEqualTo(StreamEnd.Kind.CLOSED);
    }
  }

  @Test
  void aConnectionThatIsCutEndsTheStream() throws ApiException {
    server.then(
        out ->
            LocalServer.write(
                out,
                "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n:\n\n\r\n"));
    assertThat(failure(follow())).isEqualTo(FailureKind.UNREACHABLE);
  }
}
