package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testkit.SettableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;

/** A server, a clock and a plain client that knows nothing about Argo CD. */
abstract class ArgoFixture {
  static final Duration PATIENCE = Duration.ofSeconds(20);
  static final String APPS = "/api/v1/applications";
  static final String FIRST = "a".repeat(40);
  static final String SECOND = "b".repeat(40);

  final SettableClock clock = SettableClock.onMonday();
  final FakeArgoCd argo = FakeArgoCd.start(clock);
  static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .build();
  String token = argo.adminToken();

  /** An answer with its JSON, if it is any. */
  record Answer(int status, String type, String text) {
    JsonNode json() {
      return Json.parse(text);
    }

    int code() {
      return json().path("code").asInt();
    }

    String message() {
      return json().path("message").asText();
    }
  }

  @AfterEach
  void stop() {
    argo.close();
  }

  /** Adds an application at the commit FIRST of branch main. */
  FakeApplication payments() {
    argo.newCommit(ApplicationSeed.REPOSITORY, "main", FIRST);
    return argo.addApplication(ApplicationSeed.named("payments"));
  }

  void commitSecond() {
    argo.newCommit(ApplicationSeed.REPOSITORY, "main", SECOND);
  }

  HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(argo.uri() + path)).timeout(PATIENCE);
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  Answer post(String path, String body) throws IOException, InterruptedException {
    return write("POST", path, body);
  }

  Answer write(String method, String path, String body) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer sync(String body) throws IOException, InterruptedException {
    return post(APPS + "/payments/sync?project=default", body);
  }

  Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return answer(CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
  }

  CompletableFuture<Answer> later(HttpRequest.Builder request) {
    return CLIENT
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(ArgoFixture::answer);
  }

  private static Answer answer(HttpResponse<String> response) {
    String type = response.headers().firstValue("content-type").orElse("");
    return new Answer(response.statusCode(), type, response.body());
  }
}
