package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class TransportTest extends ArgoFixture {
  @Test
  void aPathOutsideTheApiIsTheUserInterface() throws Exception {
    Answer answer = send(request("/applications").header("Accept", "text/html").GET());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.type()).startsWith("text/html");
    assertThat(get("/applications").status()).isEqualTo(404);
  }

  @Test
  void anUnknownPathBelowTheApiIsPlainText() throws Exception {
    Answer answer = get("/api/v1/no-such-thing");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.type()).startsWith("text/plain");
    assertThat(answer.text().strip()).isEqualTo("Not Found");
  }

  @Test
  void aWriteWithoutContentTypeIsRefused() throws Exception {
    payments();
    refused("");
  }

  @Test
  void aWriteWithAnotherContentTypeOrAParameterIsRefused() throws Exception {
    payments();
    refused("text/plain");
    refused("application/json; charset=utf-8");
  }

  private void refused(String type) throws Exception {
    HttpRequest.Builder request = request(APPS + "/payments/operation?project=default").DELETE();
    Answer answer = send(type.isEmpty() ? request : request.header("Content-Type", type));
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.text()).contains("Invalid content type");
  }

  @Test
  void theContentTypeMayBeInAnyCase() throws Exception {
    payments();
    Answer answer =
        send(
            request(APPS + "/payments/operation?project=default")
                .header("Content-Type", "Application/JSON")
                .DELETE());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(3);
  }

  @Test
  void errorsAreJsonWithACodeAndTheMessageTwice() throws Exception {
    Answer answer = get(APPS + "/payments?project=default");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().path("error")).isEqualTo(answer.json().path("message"));
    assertThat(answer.code()).isEqualTo(5);
  }

  @Test
  void aServerBelowARootPathAnswersOnlyThere() throws Exception {
    try (FakeArgoCd below = FakeArgoCd.start(clock, "/argo")) {
      assertThat(below.uri().getPath()).isEqualTo("/argo");
      HttpRequest.Builder inside = HttpRequest.newBuilder(URI.create(below.uri() + "/api/version"));
      assertThat(send(inside).json().path("Version").asText()).startsWith("v3.5");
      HttpRequest.Builder outside = HttpRequest.newBuilder(below.uri().resolve("/api/version"));
      assertThat(send(outside).status()).isEqualTo(404);
    }
  }

  @Test
  void plainHttpToATlsPortIsSentElsewhere() throws Exception {
    argo.redirectTo("https://argocd.example.com");
    Answer answer = get("/api/version");
    assertThat(answer.status()).isEqualTo(307);
  }

  @Test
  void requestsAreRememberedWithoutTheirSecrets() throws Exception {
    get(APPS + "?fields=items.metadata.name");
    post("/api/v1/session", "{\"username\":\"admin\",\"password\":\"admin\"}");
    assertThat(argo.requests())
        .extracting(SeenRequest::line)
        .containsExactly(
            "GET /api/v1/applications?fields=items.metadata.name", "POST /api/v1/session");
    assertThat(argo.requests().toString()).doesNotContain(token).doesNotContain("password");
  }

  @Test
  void answersAreZippedForWhoAsks() throws Exception {
    var answer =
        CLIENT.send(
            request("/api/version").header("Accept-Encoding", "gzip").build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("content-encoding")).contains("gzip");
    assertThat(answer.body()).startsWith(0x1f, 0x8b);
  }
}
