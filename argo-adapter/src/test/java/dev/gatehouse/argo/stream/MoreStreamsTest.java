package dev.gatehouse.argo.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argo.client.ApplicationSetQuery;
import dev.gatehouse.argo.client.LogQuery;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.http.FailureKind;
import dev.gatehouse.argo.http.Limits;
import dev.gatehouse.argo.http.LocalServer;
import dev.gatehouse.argo.model.ApplicationRef;
import dev.gatehouse.argo.model.ApplicationSetChange;
import dev.gatehouse.argo.model.LogLine;
import dev.gatehouse.argo.model.ResourceTree;
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

  private ArgoCdTransport transport() {
    return ArgoCdTransport.to(server.server().build());
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
  void aTreeIsToldAsAWholeAfterEachChange() throws ArgoCdException {
    tells(
        "{\"nodes\":[{\"kind\":\"Pod\",\"name\":\"a\"},{\"kind\":\"Pod\",\"name\":\"b\"}]}",
        "{\"nodes\":null,\"unknown\":7}");
    RecordingListener<ResourceTree> listener =
        new RecordingListener<>(tree -> tree.nodes().size() + " objects");
    try (ArgoCdTransport transport = transport()) {
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
  void applicationSetsAreFollowedByProjectAndName() throws ArgoCdException {
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
    try (ArgoCdTransport transport = transport()) {
      EventStream.applicationSets(transport, query, listener);
      listener.end();
    }
    assertThat(listener.told()).containsSubsequence("ADDED all", "DELETED all, gone");
    assertThat(request())
        .startsWith(
            "GET /api/v1/stream/applicationsets?projects=web&selector=team%3Da&name=all&appSetNamespace=sets ");
  }

  @Test
  void aLogIsFollowedToItsLastLine() throws ArgoCdException {
    tells(
        "{\"content\":\"started\",\"timeStampStr\":\"2026-11-22T10:00:00.123456789Z\",\"last\":false,\"podName\":\"shop-1\"}",
        "{\"content\":\"\",\"last\":true,\"podName\":\"\"}");
    RecordingListener<LogLine> listener =
        new RecordingListener<>(line -> line.last() ? "last" : line.content());
    try (ArgoCdTransport transport = transport()) {
      EventStream.logs(transport, SHOP, LogQuery.builder().tail(5).build(), listener);
      listener.end();
    }
    assertThat(listener.told()).containsSubsequence("opened", "started", "last", "ended FINISHED");
    assertThat(request())
        .startsWith(
            "GET /api/v1/applications/shop/logs?project=web&appNamespace=team-a&tailLines=5&follow=true ");
  }

  @Test
  void aStreamThatHasNothingToTellEndsByItsSilence() throws ArgoCdException {
    server.then(out -> server.hold());
    RecordingListener<ResourceTree> listener = new RecordingListener<>(tree -> "tree");
    Limits quick = Limits.standard().withStreamSilence(Duration.ofMillis(200));
    try (ArgoCdTransport transport = ArgoCdTransport.to(server.server().limits(quick).build())) {
      EventStream.resourceTree(transport, SHOP, listener);
      assertThat(listener.end().failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMED_OUT);
    }
    assertThat(listener.told()).containsExactly("ended FAILED");
  }
}
