package dev.gatehouse.argocd.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.http.AnswerReader;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
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

  private String sent(ApiServer to, ApiCall call) throws ApiException {
    server.answersJson("{}");
    try (HttpTransport transport = HttpTransport.to(to, ArgoCdDialect.INSTANCE)) {
      transport.call(call, AnswerReader.nothing());
    }
    return server.requests().get(server.requests().size() - 1);
  }

  @Test
  void theContentTypeOfAPostHasNoParameter() throws ApiException {
    ApiCall call = ArgoCdCall.of("POST", "session").json(Map.of("a", "ä"));
    assertThat(sent(server.server().build(), call))
        .contains("Content-Type: application/json\n")
        .doesNotContain("charset");
  }

  @Test
  void aDeleteWithoutABodyHasTheContentTypeToo() throws ApiException {
    assertThat(sent(server.server().build(), ArgoCdCall.of("DELETE", "session")))
        .startsWith("DELETE /api/v1/session HTTP/1.1")
        .contains("Content-Type: application/json\n");
  }

  @Test
  void aGetHasNone() throws ApiException {
    assertThat(sent(server.server().build(), ArgoCdCall.get("settings")))
        .doesNotContain("Content-Type");
  }

  @Test
  void theServerIsToldTheDeadline() throws ApiException {
    ApiCall call = ArgoCdCall.get("settings").within(Duration.ofSeconds(20));
    assertThat(sent(server.server().build(), call))
        .containsPattern("Grpc-Timeout: (19\\d{3}|20000)m\n");
    assertThat(ArgoCdDialect.INSTANCE.deadline(Duration.ofDays(2)))
        .containsEntry("Grpc-Timeout", "172800S");
  }

  @Test
  void thePathOfTheServerIsKept() throws ApiException {
    ApiServer below = ApiServer.at(URI.create(server.uri() + "/argo/cd/")).allowPlainHttp().build();
    assertThat(sent(below, ArgoCdCall.get("settings"))).startsWith("GET /argo/cd/api/v1/settings ");
  }

  @Test
  void aNameCannotLeaveItsPlaceInThePath() throws ApiException {
    ApiCall call = ArgoCdCall.get("clusters", "https://10.0.0.1:6443/x?y").with("a&b", "c d+e");
    assertThat(sent(server.server().build(), call))
        .startsWith(
            "GET /api/v1/clusters/https%3A%2F%2F10.0.0.1%3A6443%2Fx%3Fy?a%26b=c%20d%2Be HTTP/1.1");
    assertThatThrownBy(() -> ArgoCdCall.get("applications", ".."))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTokenThatWasReplacedIsSeenAtTheNextRequest(@TempDir Path folder)
      throws ApiException, IOException {
    Path file = folder.resolve("token");
    ApiServer with = server.server().credentials(Credentials.file(file)).build();
    Files.writeString(file, "first\n");
    assertThat(sent(with, ArgoCdCall.get("settings"))).contains("Authorization: Bearer first\n");
    Files.writeString(file, "second\n");
    assertThat(sent(with, ArgoCdCall.get("settings"))).contains("Authorization: Bearer second\n");
  }

  @Test
  void aTokenThatCannotBeReadIsAFailureThatHidesIt(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("token");
    Files.writeString(file, "half\nother-half");
    ApiServer with = server.server().credentials(Credentials.file(file)).build();
    try (HttpTransport transport = HttpTransport.to(with, ArgoCdDialect.INSTANCE)) {
      assertThatThrownBy(() -> transport.call(ArgoCdCall.get("settings"), AnswerReader.nothing()))
          .isInstanceOfSatisfying(
              ApiException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.UNAUTHENTICATED))
          .hasMessageNotContaining("half");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void aTokenDoesNotShowItself() {
    assertThat(BearerToken.of("s3cret").toString()).doesNotContain("s3cret");
    assertThatThrownBy(() -> BearerToken.of("s3cret\u0007"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void anAddressIsRefusedThatCouldShowSecrets() {
    assertRefused("http://argo.example.org", "plain HTTP");
    assertRefused("https://me:pw@argo.example.org", "token");
    assertRefused("https://argo.example.org/?token=x", "'?'");
    assertRefused("ftp://argo.example.org", "https://");
    assertRefused("https:///path", "host");
  }

  private static void assertRefused(String address, String because) {
    assertThatThrownBy(() -> ApiServer.at(URI.create(address)).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because)
        .hasMessageNotContaining("pw");
  }
}
