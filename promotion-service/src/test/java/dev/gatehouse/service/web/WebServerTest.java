package dev.gatehouse.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private static final int REQUESTS = 4;
  private final CountDownLatch held = new CountDownLatch(1);
  private final Semaphore arrived = new Semaphore(0);
  private WebServer server = server(2 * REQUESTS, Duration.ofSeconds(60));

  private static WebLimits limits(int threads, Duration arrival) {
    Duration patient = Duration.ofSeconds(60);
    return new WebLimits(1000, 4096, 16, 50, REQUESTS, threads, arrival, patient, patient);
  }

  private WebServer server(int threads, Duration arrival) {
    return WebServer.start(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
        limits(threads, arrival),
        new Routes(
            List.of(
                new Route("GET", "/here", request -> Response.text(200, "here")),
                new Route("POST", "/echo", request -> Response.text(200, request.body())),
                new Route(
                    "GET", "/named/{one}", request -> Response.text(200, request.name("one"))),
                new Route("GET", "/held", this::held),
                new Route(
                    "GET",
                    "/broken",
                    request -> {
                      throw new IllegalStateException("secret-4711");
                    }),
                new Route(
                    "GET",
                    "/query",
                    request -> Response.text(200, request.parameter("a").orElse("-")))),
            step -> Optional.empty()));
  }

  private Response held(Request request) {
    arrived.release();
    try {
      assertThat(held.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Response.text(200, "released");
  }

  @AfterEach
  void close() {
    held.countDown();
    server.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:" + server.address().getPort() + path))
        .timeout(Duration.ofSeconds(30));
  }

  private HttpResponse<String> get(String path) throws Exception {
    return sent(request(path).build());
  }

  private static HttpResponse<String> sent(HttpRequest request) throws Exception {
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  private String raw(String text) {
    try (RawClient client = RawClient.to(server.address())) {
      return client.send(text).read();
    }
  }

  @Test
  void aPathIsAnsweredAndAnotherOneIsAProblemWithAPage() throws Exception {
    assertThat(get("/here").body()).isEqualTo("here");
    HttpResponse<String> other = get("/elsewhere");
    assertThat(other.statusCode()).isEqualTo(404);
    assertThat(other.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(other.body())
        .contains("\"type\" : \"docs/reference/reasons.md#no-such-resource\"", "\"status\" : 404");
  }

  @Test
  void anotherMethodIsRefusedWithTheOnesThatAreAllowed() throws Exception {
    HttpResponse<String> refused = sent(request("/here").DELETE().build());
    assertThat(refused.statusCode()).isEqualTo(405);
    assertThat(refused.headers().firstValue("allow")).hasValue("GET");
  }

  @Test
  void aBodyBeyondTheLimitIsRefusedWhetherItsLengthIsSaidOrNot() throws Exception {
    HttpRequest said =
        request("/echo").POST(HttpRequest.BodyPublishers.ofString("x".repeat(1001))).build();
    assertThat(sent(said).statusCode()).isEqualTo(413);
    String chunked =
        raw(
            "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                + ("64\r\n" + "x".repeat(100) + "\r\n").repeat(11));
    assertThat(chunked.startsWith("HTTP/1.1 413") || chunked.isEmpty()).as(chunked).isTrue();
    HttpRequest good =
        request("/echo").POST(HttpRequest.BodyPublishers.ofString("x".repeat(1000))).build();
    assertThat(sent(good).body()).hasSize(1000);
  }

  @Test
  void headersBeyondTheLimitsCloseTheConnection() throws Exception {
    String long1 = raw("GET /here HTTP/1.1\r\nHost: x\r\nX: " + "y".repeat(5000) + "\r\n\r\n");
    assertThat(long1).doesNotContain("200 OK");
    String many = raw("GET /here HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(100) + "\r\n");
    assertThat(many).doesNotContain("200 OK");
    assertThat(get("/here").statusCode()).isEqualTo(200);
  }

  @Test
  void clientsThatSendSlowlyAreClosedAndHoldNoThread() throws Exception {
    server.close();
    server = server(1, Duration.ofSeconds(2));
    List<RawClient> slow = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      slow.add(
          RawClient.to(server.address())
              .send("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"));
    }
    assertThat(get("/here").body()).isEqualTo("here");
    for (RawClient client : slow) {
      assertThat(client.read()).isEmpty();
      client.close();
    }
    String head = raw("GET /here HTTP/1.1\r\nHost: x\r\nX-Slo");
    assertThat(head).doesNotContain("200 OK");
  }

  @Test
  void pathsThatWalkAreRefusedHoweverTheyAreWritten() {
    for (String path :
        List.of(
            "/named/..",
            "/named/%2e%2e",
            "/named/%2E%2E",
            "/a/../here",
            "/./here",
            "/here;v=1",
            "/named/a%00b",
            "/named/a%0d%0ab",
            "/named/%e2%80%ae",
            "/named/%c0%ae",
            "/named/%",
            "/named/%zz",
            "/named/%2")) {
      String answer = raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
      assertThat(answer).as(path).startsWith("HTTP/1.1 400");
    }
    assertThat(raw("GET //here HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404");
  }

  @Test
  void anEncodedSlashStaysWithinItsSegment() throws Exception {
    assertThat(get("/named/team%2Fcheckout").body()).isEqualTo("team/checkout");
  }

  @Test
  void aParameterThatIsSentTwiceIsRefusedRatherThanGuessed() throws Exception {
    assertThat(get("/query?a=1%262").body()).isEqualTo("1&2");
    assertThat(get("/query?a=1&a=2").statusCode()).isEqualTo(400);
  }

  @Test
  void aBodyThatIsNotTextIsRefused() throws Exception {
    HttpRequest binary =
        request("/echo")
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[] {(byte) 0xc0, (byte) 0xae}))
            .build();
    assertThat(sent(binary).statusCode()).isEqualTo(400);
  }

  @Test
  void aBugIsAnsweredWithoutItsDetails() throws Exception {
    HttpResponse<String> broken = get("/broken");
    assertThat(broken.statusCode()).isEqualTo(500);
    assertThat(broken.body()).contains("internal-error").doesNotContain("secret-4711");
  }

  @Test
  void moreRequestsThanAllowedAreToldToComeAgain() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<String>>> inHand = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      inHand.add(client.sendAsync(request("/held").build(), HttpResponse.BodyHandlers.ofString()));
    }
    assertThat(arrived.tryAcquire(REQUESTS, 60, TimeUnit.SECONDS)).isTrue();
    HttpResponse<String> another = get("/here");
    assertThat(another.statusCode()).isEqualTo(503);
    assertThat(another.headers().firstValue("retry-after")).isPresent();
    assertThat(another.body()).contains("service-busy");
    held.countDown();
    for (CompletableFuture<HttpResponse<String>> each : inHand) {
      assertThat(each.get(60, TimeUnit.SECONDS).body()).isEqualTo("released");
    }
  }

  @Test
  void closingAnswersWhatIsInHand() throws Exception {
    CompletableFuture<HttpResponse<String>> inHand =
        HttpClient.newHttpClient()
            .sendAsync(request("/held").build(), HttpResponse.BodyHandlers.ofString());
    assertThat(arrived.tryAcquire(60, TimeUnit.SECONDS)).isTrue();
    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    HttpResponse<String> late = get("/here");
    for (int i = 0; i < 1000 && late.statusCode() == 200; i++) {
      late = get("/here");
    }
    assertThat(late.statusCode()).isEqualTo(503);
    assertThat(late.body()).contains("service-stopping");
    held.countDown();
    assertThat(inHand.get(30, TimeUnit.SECONDS).body()).isEqualTo("released");
    closing.get(30, TimeUnit.SECONDS);
  }
}
