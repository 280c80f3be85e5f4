package dev.gatehouse.argocd.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.argocd.client.ApplicationSetQuery;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.client.LogQuery;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ApplicationSetChange;
import dev.gatehouse.argocd.model.LogLine;
import dev.gatehouse.argocd.model.ResourceTree;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Trees, application sets and logs of a server that behaves as Argo CD does. */
class FakePiecesTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final ApplicationRef SHOP = ApplicationRef.of("shop", "default");
  private final FakeArgoCd argo = FakeArgoCd.start(SettableClock.onMonday());
  private final List<ArgoCdClient> open = new ArrayList<>();
  private final ArgoCdClient client = client(argo.adminToken());

  @BeforeEach
  void plant() {
    argo.addApplication(ApplicationSeed.named("shop"));
  }

  @AfterEach
  void close() {
    open.forEach(ArgoCdClient::close);
    argo.close();
  }

  private ArgoCdClient client(String token) {
    ArgoCdClient made =
        ArgoCdClient.to(
            ApiServer.at(argo.uri())
                .allowPlainHttp()
                .credentials(Credentials.of(BearerToken.of(token)))
                .build());
    open.add(made);
    return made;
  }

  @Test
  void aTreeIsToldWhenItChangesAndNotBefore() throws ApiException {
    RecordingListener<ResourceTree> listener =
        new RecordingListener<>(tree -> tree.nodes().get(0).name());
    EventStream.resourceTree(client.transport(), SHOP, listener);
    argo.pieces().awaitOpen(1, SOON);
    assertThat(listener.told()).isEmpty();
    argo.pieces().tell("{\"nodes\":[{\"kind\":\"Pod\",\"name\":\"shop-1\"}]}").cut();
    assertThat(listener.end().kind()).isEqualTo(StreamEnd.Kind.FINISHED);
    assertThat(listener.told()).containsSubsequence("opened", "shop-1", "ended FINISHED");
  }

  @Test
  void theTreeOfAMissingApplicationIsNotFound() throws ApiException {
    RecordingListener<ResourceTree> listener = new RecordingListener<>(tree -> "tree");
    ApplicationRef missing = ApplicationRef.of("no-such-application", "default");
    EventStream.resourceTree(client.transport(), missing, listener);
    assertThat(listener.end().failure().orElseThrow().kind()).isEqualTo(FailureKind.NOT_FOUND);
  }

  @Test
  void aNamedApplicationSetIsShownFirst() throws ApiException {
    argo.addApplicationSet("{\"metadata\":{\"name\":\"all\"},\"spec\":{}}");
    RecordingListener<ApplicationSetChange> listener =
        new RecordingListener<>(
            change -> change.type() + " " + change.applicationSet().metadata().name());
    EventStream.applicationSets(
        client.transport(), ApplicationSetQuery.all().named("all"), listener);
    argo.pieces().awaitOpen(1, SOON).failUnavailable("shutting down");
    assertThat(listener.end().failure().orElseThrow().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(listener.told()).contains("ADDED all");
  }

  @Test
  void aLogIsReadByPodTailAndText() throws ApiException {
    argo.log("shop", "shop-1", "starting", "ERROR no disk", "done");
    argo.log("shop", "shop-2", "starting");
    assertThat(client.logs().read(SHOP, LogQuery.all())).hasSize(4);
    assertThat(lines(LogQuery.builder().pod("shop-1").tail(2).build()))
        .containsExactly("ERROR no disk", "done");
    assertThat(lines(LogQuery.builder().containing("error").build()))
        .containsExactly("ERROR no disk");
    assertThat(lines(LogQuery.builder().containing("error").matchCase(true).build())).isEmpty();
    assertThat(lines(LogQuery.builder().without("starting").build())).hasSize(2);
  }

  private List<String> lines(LogQuery query) throws ApiException {
    return client.logs().read(SHOP, query).stream().map(LogLine::content).toList();
  }

  @Test
  void anApplicationWithoutPodsHasNoLog() throws ApiException {
    assertThat(client.logs().read(SHOP, LogQuery.all())).isEmpty();
  }

  @Test
  void aLogThatGrowsIsFollowed() throws ApiException {
    argo.log("shop", "shop-1", "starting");
    RecordingListener<LogLine> listener = new RecordingListener<>(LogLine::content);
    EventStream.logs(client.transport(), SHOP, LogQuery.builder().tail(10).build(), listener);
    argo.pieces().awaitOpen(1, SOON).tell("{\"content\":\"ready\",\"podName\":\"shop-1\"}").cut();
    listener.end();
    assertThat(listener.told()).containsSubsequence("starting", "ready", "ended FINISHED");
  }

  @Test
  void aLogNeedsItsOwnRight() {
    String token = argo.access().account("reader").allow("applications", "get", "*/*").token();
    ArgoCdClient reader = client(token);
    assertThatThrownBy(() -> reader.logs().read(SHOP, LogQuery.all()))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.FORBIDDEN));
  }
}
