package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
  private static final int TERMINATED = 143;

  @TempDir Path folder;

  @Test
  void aProcessThatServesAnswersUntilItIsStopped() throws Exception {
    Desk.furnished(folder);
    try (TypedProcess process =
        TypedProcess.start(folder, "serve", "--as=ci", "--listen=127.0.0.1:0")) {
      String line = process.lineWith("Serving http://127.0.0.1:");
      String url = line.substring(line.indexOf("http"), line.indexOf(';'));
      HttpRequest alive =
          HttpRequest.newBuilder(URI.create(url + "/healthz"))
              .timeout(Duration.ofSeconds(60))
              .build();
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(alive, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      process.terminate();
      assertThat(process.end()).isEqualTo(TERMINATED);
      assertThat(process.seen()).contains("Stopped; what was in hand was answered.");
    }
  }

  @Test
  void anAddressThatOthersReachNeedsAProxyThatEndsTls() {
    Desk.Answer refused =
        Desk.furnished(folder).gatehouse("serve", "--as=ci", "--listen=0.0.0.0:0");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out()).contains("plain-http", "--behind-tls");
  }

  @Test
  void anAddressThatIsNoneIsAnInvalidOption() {
    Desk desk = Desk.furnished(folder);
    for (String address : new String[] {"8470", "127.0.0.1:", "127.0.0.1:70000", ":8470"}) {
      Desk.Answer invalid = desk.gatehouse("serve", "--as=ci", "--listen=" + address);
      assertThat(invalid.code()).as(address).isEqualTo(2);
      assertThat(invalid.err()).contains("address-unusable");
    }
  }

  @Test
  void whoMayNotExecuteMayNotServe() {
    Desk.Answer refused =
        Desk.furnished(folder).gatehouse("serve", "--as=ana", "--listen=127.0.0.1:0");
    assertThat(refused.code()).isEqualTo(4);
    assertThat(refused.out()).contains("not-allowed");
  }
}
