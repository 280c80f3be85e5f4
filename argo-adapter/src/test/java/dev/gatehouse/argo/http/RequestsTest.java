package dev.gatehouse.argo.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes over the wire. */
class RequestsTest {
  private final LocalServer server = LocalServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  private String sent(ArgoCdServer to, ApiCall call) throws ArgoCdException {
    server.answersJson("{}");
    try (ArgoCdTransport transport = ArgoCdTransport.to(to)) {
      transport.call(call, AnswerReader.nothing());
    }
    return server.requests().get(server.requests().size() - 1);
  }

  @Test
  void theContentTypeOfAPostHasNoParameter() throws ArgoCdException {
    ApiCall call = ApiCall.of("POST", "session").json(Map.of("a", "ä"));
    assertThat(sent(server.server().build(), call))
        .contains("Content-Type: application/json\n")
        .doesNotContain("charset");
  }

  @Test
  void aDeleteWithoutABodyHasTheContentTypeToo() throws ArgoCdException {
    assertThat(sent(server.server().build(), ApiCall.of("DELETE", "session")))
        .startsWith("DELETE /api/v1/session HTTP/1.1")
        .contains("Content-Type: application/json\n");
  }

  @Test
  void aGetHasNone() throws ArgoCdException {
    assertThat(sent(server.server().build(), ApiCall.get("settings")))
        .doesNotContain("Content-Type");
  }

  @Test
  void theServerIsToldTheDeadline() throws ArgoCdException {
    ApiCall call = ApiCall.get("settings").within(Duration.ofSeconds(20));
    assertThat(sent(server.server().build(), call))
        .containsPattern("Grpc-Timeout: (19\\d{3}|20000)m\n");
    assertThat(Requests.grpcTimeout(Duration.ofDays(2))).isEqualTo("172800S");
  }

  @Test
  void thePathOfTheServerIsKept() throws ArgoCdException {
    ArgoCdServer below =
        ArgoCdServer.at(URI.create(server.uri() + "/argo/cd/")).allowPlainHttp().build();
    assertThat(sent(below, ApiCall.get("settings"))).startsWith("GET /argo/cd/api/v1/settings ");
  }

  @Test
  void aNameCannotLeaveItsPlaceInThePath() throws ArgoCdException {
    ApiCall call = ApiCall.get("clusters", "https://10.0.0.1:6443/x?y").with("a&b", "c d+e");
    assertThat(sent(server.server().build(), call))
        .startsWith(
            "GET /api/v1/clusters/https%3A%2F%2F10.0.0.1%3A6443%2Fx%3Fy?a%26b=c%20d%2Be HTTP/1.1");
    assertThatThrownBy(() -> ApiCall.get("applications", ".."))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenThatWasReplacedIsSeenAtTheNextRequest(@TempDir Path folder)
      throws ArgoCdException, IOException {
    Path file = folder.resolve("token");
    ArgoCdServer with = server.server().credentials(Credentials.file(file)).build();
    Files.writeString(file, "first\n");
    assertThat(sent(with, ApiCall.get("settings"))).contains("Authorization: Bearer first\n");
    Files.writeString(file, "second\n");
    assertThat(sent(with, ApiCall.get("settings"))).contains("Authorization: Bearer second\n");
  }

  @Test
  void aTokenThatCannotBeReadIsAFailureThatHidesIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, "half\nother-half");
    ArgoCdServer with = server.server().credentials(Credentials.file(file)).build();
    try (ArgoCdTransport transport = ArgoCdTransport.to(with)) {
      assertThatThrownBy(() -> transport.call(ApiCall.get("settings"), AnswerReader.nothing()))
          .isInstanceOfSatisfying(
              ArgoCdException.class,
              e -> assertThat(e.kind()).isEqualTo(FailureKind.UNAUTHENTICATED))
          .hasMessageNotContaining("half");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aTokenDoesNotShowItself() {
    assertThat(ArgoCdToken.of("s3cret").toString()).doesNotContain("s3cret");
    assertThatThrownBy(() -> ArgoCdToken.of("s3cret\u0007"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void anAddressIsRefusedThatCouldShowSecrets() {
    assertRefused("http://argo.example.org", "plain http");
    assertRefused("https://me:pw@argo.example.org", "token");
    assertRefused("https://argo.example.org/?token=x", "'?'");
    assertRefused("ftp://argo.example.org", "https://");
    assertRefused("https:///path", "host");
  }

  private static void assertRefused(String address, String because) {
    assertThatThrownBy(() -> ArgoCdServer.at(URI.create(address)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because)
        .hasMessageNotContaining("pw");
  }
}
