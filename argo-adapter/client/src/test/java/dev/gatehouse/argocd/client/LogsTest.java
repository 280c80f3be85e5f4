package dev.gatehouse.argocd.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.argocd.http.LocalServer;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.LogLine;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Logs come line by line, and only a whole one is a log. */
class LogsTest {
  private static final ApplicationRef SHOP = ApplicationRef.of("shop", "web");
  private static final String LAST = line("", "", true);
  private final LocalServer server = LocalServer.start();
  private final ArgoCdClient client =
      ArgoCdClient.to(
          server.server().limits(Limits.standard().withBytes(20_000, 100_000, 5_000)).build());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private static String line(String content, String pod, boolean last) {
    return "{\"result\":{\"content\":\"%s\",\"timeStamp\":\"2026-11-22T10:00:00Z\",\"last\":%s,\"timeStampStr\":\"2026-11-22T10:00:00.5Z\",\"podName\":\"%s\"}}\n"
        .formatted(content, last, pod);
  }

  private FailureKind failure(LogQuery query) {
    try {
      throw new AssertionError("the log was read: " + client.logs().read(SHOP, query));
    } catch (ApiException e) {
      return e.kind();
    }
  }

  @Test
  void linesComeWithTheirTimeAndPod() throws ApiException {
    server.answersJson(line("one", "shop-1", false) + line("two", "shop-2", false) + LAST);
    List<LogLine> lines = client.logs().read(SHOP, LogQuery.all());
    assertThat(lines).extracting(LogLine::content).containsExactly("one", "two");
    assertThat(lines.get(1).podName()).isEqualTo("shop-2");
    assertThat(lines.get(1).at()).contains(Instant.parse("2026-11-22T10:00:00.5Z"));
    assertThat(server.requests().get(0))
        .startsWith("GET /api/v1/applications/shop/logs?project=web HTTP/1.1")
        .contains("Accept: application/json\n");
  }

  @Test
  void everyLimitOfTheQueryIsSent() throws ApiException {
    server.answersJson(LAST).answersJson(LAST);
    client
        .logs()
        .read(
            SHOP,
            LogQuery.builder()
                .object(new ResourceRef("apps", "Deployment", "web", "shop"))
                .container("main")
                .tail(100)
                .since(Duration.ofMinutes(5))
                .until(Instant.parse("2026-11-22T10:00:00Z"))
                .without("DEBUG")
                .matchCase(true)
                .previous(true)
                .build());
    assertThat(server.requests().get(0))
        .contains(
            "project=web&namespace=web&group=apps&kind=Deployment&resourceName=shop&container=main&tailLines=100&sinceSeconds=300&untilTime=2026-11-22T10%3A00%3A00Z&filter=%21DEBUG&matchCase=true&previous=true ");
    client.logs().read(SHOP, LogQuery.builder().pod("shop-1").containing("boom").build());
    assertThat(server.requests().get(1)).contains("project=web&podName=shop-1&filter=boom ");
  }

  @Test
  void withoutAnyPodThereIsNoLine() throws ApiException {
    server.answersJson("");
    assertThat(client.logs().read(SHOP, LogQuery.all())).isEmpty();
  }

  @Test
  void aLogThatBreaksOffIsNoLog() {
    server.answersJson(line("one", "shop-1", false));
    assertThat(failure(LogQuery.all())).isEqualTo(FailureKind.MALFORMED);
    server.answersJson(line("one", "shop-1", false) + "{\"result\":{\"cont");
    assertThat(failure(LogQuery.all())).isEqualTo(FailureKind.MALFORMED);
  }

  @Test
  void anErrorBetweenTheLinesHasItsKindAndIsNotTriedAgain() {
    server.answersJson(
        line("one", "shop-1", false)
            + "{\"error\":{\"grpc_code\":14,\"http_code\":503,\"message\":\"the cluster is gone\"}}\n");
    server.answersJson(LAST);
    List<LogLine> seen = new ArrayList<>();
    assertThatThrownBy(() -> client.logs().read(SHOP, LogQuery.all(), seen::add))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.UNAVAILABLE))
        .hasMessageContaining("the cluster is gone");
    assertThat(seen).hasSize(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void anErrorInsteadOfTheFirstLineHasItsKind() {
    server.answers(
        404,
        "application/json",
        "{\"error\":{\"grpc_code\":5,\"http_code\":404,\"message\":\"not found\",\"http_status\":\"Not Found\"}}");
    assertThat(failure(LogQuery.all())).isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void aLineThatIsTooLongAndALogThatIsTooLongAreRefused() {
    server.answersJson(line("x".repeat(6_000), "shop-1", false) + LAST);
    assertThat(failure(LogQuery.all())).isEqualTo(FailureKind.TOO_LARGE);
    server.answersJson(line("x".repeat(1_000), "shop-1", false).repeat(30) + LAST);
    assertThat(failure(LogQuery.all())).isEqualTo(FailureKind.TOO_LARGE);
  }

  @Test
  void aLongLogIsReadLineByLine() throws ApiException {
    server.answersJson(line("x".repeat(1_000), "shop-1", false).repeat(30) + LAST);
    List<Integer> lengths = new ArrayList<>();
    client.logs().read(SHOP, LogQuery.all(), line -> lengths.add(line.content().length()));
    assertThat(lengths).hasSize(30).containsOnly(1_000);
  }

  @Test
  void whatTheServerSaysInsteadOfAPodHasNoTime() throws ApiException {
    server.answersJson(
        "{\"result\":{\"content\":\"container is waiting\",\"timeStampStr\":\"0001-01-01T00:00:00Z\",\"podName\":\"\",\"last\":false}}\n"
            + LAST);
    LogLine line = client.logs().read(SHOP, LogQuery.all()).get(0);
    assertThat(line.at()).isEmpty();
    assertThat(line.podName()).isEmpty();
  }

  @Test
  void aLineDoesNotShowWhatAProgramWrote() throws ApiException {
    server.answersJson(line("password=hunter2", "shop-1", false) + LAST);
    assertThat(client.logs().read(SHOP, LogQuery.all()).toString())
        .contains("shop-1")
        .doesNotContain("hunter2");
  }

  @Test
  void aQueryThatTheServerWouldMisreadIsRefused() {
    assertThatThrownBy(() -> LogQuery.builder().tail(0).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LogQuery.builder().since(Duration.ofMillis(20)).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LogQuery.builder().containing("!x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> LogQuery.builder().pod("a").object(new ResourceRef("", "Pod", "", "a")).build())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
