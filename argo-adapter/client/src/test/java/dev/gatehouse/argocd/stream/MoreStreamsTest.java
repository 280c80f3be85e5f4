package dev.gatehouse.argocd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argocd.client.ApplicationSetQuery;
import dev.gatehouse.argocd.client.LogQuery;
import dev.gatehouse.argocd.http.ArgoCdDialect;
import dev.gatehouse.argocd.http.LocalServer;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ApplicationSetChange;
import dev.gatehouse.argocd.model.LogLine;
import dev.gatehouse.argocd.model.ResourceTree;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The streams beside that of the applications. */
class MoreStreamsTest {
  private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
  private static final ApplicationRef SHOP =
      new ApplicationRef("shop", "web", Optional.of("team-a"));
  private final LocalServer server = LocalServer.start();

  @AfterEach
  void close() {
    server.close();
  }

  private HttpTransport transport() {
    return HttpTransport.to(server.server().build(), ArgoCdDialect.INSTANCE);
  }

  private void tells(String... results) {
    server.then(
        out -> {
          LocalServer.write(out, HEAD);
          for (String result : results) {
            LocalServer.write(out, "data: {\"result\":" + result + "} \n\n\n");
          }
        });
  }

  private String request() {
    return server.requests().get(0);
  }

  @Test
  void aTreeIsToldAsAWholeAfterEachChange() throws ApiException {
    tells(
        "{\"nodes\":[{\"kind\":\"Pod\",\"name\":\"a\"},{\"kind\":\"Pod\",\"name\":\"b\"}]}",
        "{\"nodes\":null,\"unknown\":7}");
    RecordingListener<ResourceTree> listener =
        new RecordingListener<>(tree -> tree.nodes().size() + " objects");
    try (HttpTransport transport = transport()) {
      EventStream.resourceTree(transport, SHOP, listener);
      assertThat(listener.end().kind()).isEqualTo(StreamEnd.Kind.FINISHED);
    }
    assertThat(listener.told()).containsSubsequence("opened", "2 objects", "0 objects");
    assertThat(request())
        .startsWith(
            "GET /api/v1/stream/applications/shop/resource-tree?project=web&appNamespace=team-a ")
        .contains("Accept: text/event-stream\n");
  }

  @Test
  void applicationSetsAreFollowedByProjectAndName() throws ApiException {
    tells(
        "{\"type\":\"ADDED\",\"applicationSet\":{\"metadata\":{\"name\":\"all\"}}}",
        "{\"type\":\"DELETED\",\"applicationSet\":{\"metadata\":{\"name\":\"all\"}}}");
    RecordingListener<ApplicationSetChange> listener =
        new RecordingListener<>(
            change ->
                change.type()
                    + " "
                    + change.applicationSet().metadata().name()
                    + (change.isDeletion() ? ", gone" : ""));
    ApplicationSetQuery query =
        ApplicationSetQuery.all()
            .inProjects(List.of("web"))
            .withSelector("team=a")
            .named("all")
            .inNamespace("sets");
    try (HttpTransport transport = transport()) {
      EventStream.applicationSets(transport, query, listener);
      listener.end();
    }
    assertThat(listener.told()).containsSubsequence("ADDED all", "DELETED all, gone");
    assertThat(request())
        .startsWith(
            "GET /api/v1/stream/applicationsets?projects=web&selector=team%3Da&name=all&appSetNamespace=sets ");
  }

  @Test
  void aLogIsFollowedToItsLastLine() throws ApiException {
    tells(
        "{\"content\":\"started\",\"timeStampStr\":\"2026-11-22T10:00:00.123456789Z\",\"last\":false,\"podName\":\"shop-1\"}",
        "{\"content\":\"\",\"last\":true,\"podName\":\"\"}");
    RecordingListener<LogLine> listener =
        new RecordingListener<>(line -> line.last() ? "last" : line.content());
    try (HttpTransport transport = transport()) {
      EventStream.logs(transport, SHOP, LogQuery.builder().tail(5).build(), listener);
      listener.end();
    }
    assertThat(listener.told()).containsSubsequence("opened", "started", "last", "ended FINISHED");
    assertThat(request())
        .startsWith(
            "GET /api/v1/applications/shop/logs?project=web&appNamespace=team-a&tailLines=5&follow=true ");
  }

  @Test
  void aStreamThatHasNothingToTellEndsByItsSilence() throws ApiException {
    server.then(out -> server.hold());
    RecordingListener<ResourceTree> listener = new RecordingListener<>(tree -> "tree");
    Limits quick = Limits.standard().withStreamSilence(Duration.ofMillis(200));
    try (HttpTransport transport =
        HttpTransport.to(server.server().limits(quick).build(), ArgoCdDialect.INSTANCE)) {
      EventStream.resourceTree(transport, SHOP, listener);
      assertThat(listener.end().failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMED_OUT);
    }
    assertThat(listener.told()).containsExactly("ended FAILED");
  }
}
