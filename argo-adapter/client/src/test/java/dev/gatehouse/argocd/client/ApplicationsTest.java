package dev.gatehouse.argocd.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.argocd.http.LocalServer;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.argocd.model.RetryStrategy;
import dev.gatehouse.argocd.model.SyncRequest;
import dev.gatehouse.argocd.model.SyncStrategy;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationsTest {
  private static final ApplicationRef SHOP = ApplicationRef.of("shop", "web");
  private static final String ANSWER = "{\"metadata\":{\"name\":\"shop\"}}";

  private final LocalServer server = LocalServer.start();
  private final ArgoCdClient client = ArgoCdClient.to(server.server().build());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private String request() {
    return server.requests().get(0);
  }

  @Test
  void anApplicationIsAskedForWithItsProject() throws ApiException {
    server.answersJson(ANSWER);
    Application found = client.applications().get(SHOP);
    assertThat(found.ref()).isEqualTo(ApplicationRef.of("shop", "default"));
    assertThat(request()).startsWith("GET /api/v1/applications/shop?project=web HTTP/1.1");
  }

  @Test
  void anApplicationElsewhereIsAskedForWithItsNamespace() {
    server.answersJson(ANSWER);
    ApplicationRef ref = new ApplicationRef("shop", "web", Optional.of("team-a"));
    assertThatThrownBy(() -> client.applications().get(ref))
        .as("the answer is about an application in no namespace")
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.MALFORMED));
    assertThat(request()).contains("shop?project=web&appNamespace=team-a ");
  }

  @Test
  void anotherApplicationIsNoAnswer() {
    server.answersJson("{\"metadata\":{\"name\":\"other\"}}");
    assertThatThrownBy(() -> client.applications().get(SHOP)).hasMessageContaining("another");
  }

  @Test
  void aListAsksForItsFieldsByDefaultAndIsReadOneByOne() throws ApiException {
    server.answersJson(
        "{\"metadata\":{\"resourceVersion\":\"42\"},\"items\":[{\"metadata\":{\"name\":\"a\"}},{\"metadata\":{\"name\":\"b\"}}]}");
    List<String> names = new ArrayList<>();
    ApplicationQuery query =
        ApplicationQuery.all().inProjects(List.of("p", "q")).withSelector("team=a,tier!=test");
    String version = client.applications().list(query, found -> names.add(found.metadata().name()));
    assertThat(version).isEqualTo("42");
    assertThat(names).containsExactly("a", "b");
    assertThat(request())
        .startsWith(
            "GET /api/v1/applications?projects=p&projects=q&selector=team%3Da%2Ctier%21%3Dtest&fields=metadata.resourceVersion%2Citems.metadata.name%2C")
        .contains("items.status.operationState.phase");
  }

  @Test
  void anEmptyListIsNull() throws ApiException {
    server.answersJson("{\"metadata\":{},\"items\":null}");
    assertThat(client.applications().list(ApplicationQuery.all()).items()).isEmpty();
  }

  @Test
  void anAnswerWithoutItemsIsNoEmptyList() {
    server.answersJson("{}");
    assertThatThrownBy(() -> client.applications().list(ApplicationQuery.all()))
        .hasMessageContaining("not a list");
  }

  @Test
  void aListThatWasReadInPartIsNotReadAgain() {
    String part = "{\"items\":[{\"metadata\":{\"name\":\"a\"}},";
    server.then(
        out ->
            LocalServer.write(
                out, LocalServer.whole(200, "application/json", part).replace(": 4", ": 14")));
    server.answersJson("{\"items\":[]}");
    List<Application> seen = new ArrayList<>();
    assertThatThrownBy(() -> client.applications().list(ApplicationQuery.all(), seen::add))
        .isInstanceOf(ApiException.class);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aRefreshSaysWhichKindAndWhenItIsTooLate() throws ApiException {
    server.answersJson(ANSWER);
    client.applications().refresh(SHOP, RefreshKind.HARD, Duration.ofSeconds(7));
    assertThat(request()).contains("shop?project=web&refresh=hard ").contains("Grpc-Timeout: ");
  }

  @Test
  void aSyncSendsEveryFieldAsTheServerReadsIt() throws ApiException {
    server.answersJson(ANSWER);
    SyncRequest request =
        SyncRequest.builder()
            .revision(1, "aaa")
            .revision(2, "bbb")
            .prune(true)
            .manifests(List.of("{}"))
            .strategy(SyncStrategy.hook(true))
            .resources(List.of(new ResourceRef("apps", "Deployment", "web", "shop")))
            .syncOptions(List.of("ServerSideApply=true"))
            .retry(RetryStrategy.limit(3))
            .info("gatehouse", "p-1")
            .build();
    client.applications().sync(SHOP, request);
    assertThat(request())
        .startsWith("POST /api/v1/applications/shop/sync HTTP/1.1")
        .contains(
            "{\"revisions\":[\"aaa\",\"bbb\"],\"sourcePositions\":[1,2],\"prune\":true,\"dryRun\":false,\"manifests\":[\"{}\"],"
                + "\"strategy\":{\"hook\":{\"force\":true}},"
                + "\"resources\":[{\"group\":\"apps\",\"kind\":\"Deployment\",\"namespace\":\"web\",\"name\":\"shop\"}],"
                + "\"syncOptions\":{\"items\":[\"ServerSideApply=true\"]},\"retryStrategy\":{\"limit\":3,\"refresh\":false},"
                + "\"infos\":[{\"name\":\"gatehouse\",\"value\":\"p-1\"}],\"name\":\"shop\",\"project\":\"web\"}");
  }

  @Test
  void aPositionForEachRevisionOrNoRequest() {
    assertThatThrownBy(
            () ->
                new SyncRequest(
                    Optional.empty(),
                    List.of("a", "b"),
                    List.of(1L),
                    false,
                    false,
                    List.of(),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTargetRevisionIsChangedOnlyIfItIsTheExpectedOne() throws ApiException {
    server.answersJson(ANSWER);
    client.applications().patchTargetRevision(SHOP, RevisionPatch.ofSource(1, "v1", "v2"));
    assertThat(request())
        .startsWith("PATCH /api/v1/applications/shop HTTP/1.1")
        .contains(
            "{\\\"op\\\":\\\"test\\\",\\\"path\\\":\\\"/spec/sources/1/targetRevision\\\",\\\"value\\\":\\\"v1\\\"}")
        .contains("\\\"op\\\":\\\"replace\\\"")
        .contains("\"patchType\":\"json\"");
  }

  @Test
  void aTerminationSaysJsonThoughItHasNoBody() throws ApiException {
    server.answersJson("{}");
    client.applications().terminate(SHOP);
    assertThat(request())
        .startsWith("DELETE /api/v1/applications/shop/operation?project=web HTTP/1.1")
        .contains("Content-Type: application/json\n");
  }

  @Test
  void aRollbackNamesTheEntry() throws ApiException {
    server.answersJson(ANSWER);
    client.applications().rollback(SHOP, new Rollback(3, true, false));
    assertThat(request()).contains("{\"id\":3,\"prune\":true,\"dryRun\":false,\"name\":\"shop\"");
  }
}
