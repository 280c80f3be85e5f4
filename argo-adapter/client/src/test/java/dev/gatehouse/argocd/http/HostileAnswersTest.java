package dev.gatehouse.argocd.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Limits;
import dev.gatehouse.http.RetryPolicy;
import dev.gatehouse.spi.Pause;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Cut, slow, huge and garbled answers end in a failure, never in a success or in a hang. */
class HostileAnswersTest {
  private static final ApiCall READ = ArgoCdCall.get("applications", "shop");
  private static final String GOOD =
      "{\"metadata\":{\"name\":\"shop\"},\"status\":{\"sync\":{\"status\":\"Synced\"}}}";

  private final LocalServer server = LocalServer.start();
  private final HttpTransport transport =
      HttpTransport.to(
          server
              .server()
              .retry(RetryPolicy.never())
              .limits(Limits.standard().withBytes(100_000, 100_000, 100_000))
              .build(),
          ArgoCdDialect.INSTANCE);

  @AfterEach
  void close() {
    transport.close();
    server.close();
  }

  private FailureKind failure(ApiCall call) {
    try {
      Application wrong = transport.call(call, AnswerReader.of(Application.class));
      throw new AssertionError("the call went well: " + wrong);
    } catch (ApiException e) {
      return e.kind();
    }
  }

  @Test
  void anAnswerThatIsCutAnywhereIsNoAnswer() {
    byte[] whole =
        LocalServer.whole(200, "application/json", GOOD).getBytes(StandardCharsets.UTF_8);
    for (int end = 0; end < whole.length; end += 3) {
      byte[] part = Arrays.copyOf(whole, end);
      server.then(out -> out.write(part));
      assertThat(failure(READ))
          .as("cut after %d bytes", end)
          .isIn(FailureKind.UNREACHABLE, FailureKind.MALFORMED);
    }
  }

  @Test
  void anAnswerOfUnknownLengthThatIsCutIsNoAnswer() {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
    for (int end = 0; end < GOOD.length(); end += 3) {
      String part = head + GOOD.substring(0, end);
      server.then(out -> LocalServer.write(out, part));
      assertThat(failure(READ)).as("cut after %d", end).isEqualTo(FailureKind.MALFORMED);
    }
  }

  @Test
  void aGarbledAnswerIsAFailureOrStillAnApplication() {
    Random random = new Random(7);
    byte[] whole =
        LocalServer.whole(200, "application/json", GOOD).getBytes(StandardCharsets.UTF_8);
    for (int round = 0; round < 150; round++) {
      byte[] garbled = whole.clone();
      garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
      server.then(out -> out.write(garbled));
      try {
        Application read = transport.call(READ, AnswerReader.of(Application.class));
        assertThat(read.metadata().name()).isNotBlank();
      } catch (ApiException e) {
        assertThat(e.reason().next()).isNotBlank();
      }
    }
  }

  @Test
  void wrongShapesAreMalformed() {
    for (String body :
        new String[] {
          "",
          "[]",
          "{}",
          "7",
          "{\"metadata\":{}}",
          GOOD + GOOD,
          GOOD + "x",
          "{\"metadata\":{\"name\":{\"a\":1}}}",
          "{\"metadata\":{\"name\":\"shop\",\"creationTimestamp\":\"yesterday\"}}"
        }) {
      server.answersJson(body);
      assertThat(failure(READ)).as(body).isEqualTo(FailureKind.MALFORMED);
    }
  }

  @Test
  void aHugeAnswerIsTooLarge() {
    server.answersJson("{\"metadata\":{\"name\":\"" + "x".repeat(150_000) + "\"}}");
    assertThat(failure(READ)).isEqualTo(FailureKind.TOO_LARGE);
  }

  @Test
  void aPackedAnswerIsMeasuredUnpacked() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(packed)) {
      zip.write(("{\"x\":\"" + " ".repeat(2_000_000) + "\"}").getBytes(StandardCharsets.UTF_8));
    }
    server.then(
        out -> {
          LocalServer.write(
              out,
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: "
                  + packed.size()
                  + "\r\n\r\n");
          packed.writeTo(out);
        });
    assertThat(failure(READ)).isEqualTo(FailureKind.TOO_LARGE);
  }

  @Test
  void aDeepAnswerIsTooLarge() {
    server.answersJson("{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}");
    assertThat(failure(READ)).isEqualTo(FailureKind.TOO_LARGE);
  }

  @Test
  void aServerThatSaysNothingEndsAtTheDeadline() {
    server.then(out -> server.hold());
    assertThat(failure(READ.within(Duration.ofMillis(200)))).isEqualTo(FailureKind.TIMED_OUT);
  }

  @Test
  void aServerThatStopsInTheMiddleEndsAtTheDeadline() {
    server.then(
        out -> {
          LocalServer.write(
              out, LocalServer.whole(200, "application/json", GOOD).substring(0, 120));
          server.hold();
        });
    assertThat(failure(READ.within(Duration.ofMillis(200)))).isEqualTo(FailureKind.TIMED_OUT);
  }

  @Test
  void aServerThatDripsEndsAtTheDeadline() {
    Pause drip = Pause.real();
    server.then(
        out -> {
          LocalServer.write(
              out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"metadata\":");
          for (int i = 0; i < 10_000; i++) {
            LocalServer.write(out, " ");
            drip.pause(Duration.ofMillis(5));
          }
        });
    assertThat(failure(READ.within(Duration.ofMillis(300)))).isEqualTo(FailureKind.TIMED_OUT);
  }

  @Test
  void aServerThatIsNotThereIsUnreachable() {
    server.close();
    assertThat(failure(READ)).isEqualTo(FailureKind.UNREACHABLE);
  }

  @Test
  void anInterruptEndsTheWaitAndStaysSet() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    server.then(
        out -> {
          asked.countDown();
          server.hold();
        });
    AtomicReference<String> seen = new AtomicReference<>();
    Thread caller =
        new Thread(() -> seen.set(failure(READ) + " " + Thread.currentThread().isInterrupted()));
    caller.start();
    asked.await();
    caller.interrupt();
    caller.join(20_000);
    assertThat(seen.get()).isEqualTo("INTERRUPTED true");
  }

  @Test
  void closingTheTransportBreaksOffWhatRuns() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    server.then(
        out -> {
          asked.countDown();
          server.hold();
        });
    AtomicReference<FailureKind> seen = new AtomicReference<>();
    Thread caller = new Thread(() -> seen.set(failure(READ)));
    caller.start();
    asked.await();
    transport.close();
    caller.join(20_000);
    assertThat(seen.get()).isEqualTo(FailureKind.INTERRUPTED);
  }
}
