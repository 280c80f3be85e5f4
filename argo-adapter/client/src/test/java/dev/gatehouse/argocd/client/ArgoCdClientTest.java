package dev.gatehouse.argocd.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.argocd.http.LocalServer;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ApplicationSet;
import dev.gatehouse.argocd.model.Cluster;
import dev.gatehouse.argocd.model.ManagedResource;
import dev.gatehouse.argocd.model.ProjectWindow;
import dev.gatehouse.argocd.model.ResourceAction;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.argocd.model.ResourceTree;
import dev.gatehouse.argocd.model.RevisionMetadata;
import dev.gatehouse.argocd.model.SyncWindows;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArgoCdClientTest {
  private static final ApplicationRef SHOP = ApplicationRef.of("shop", "web");
  private static final ResourceRef ROLLOUT =
      new ResourceRef("argoproj.io", "Rollout", "web", "shop");

  private final LocalServer server = LocalServer.start();
  private final ArgoCdClient client = ArgoCdClient.to(server.server().build());

  @AfterEach
  void close() {
    client.close();
    server.close();
  }

  private String request() {
    return server.requests().get(server.requests().size() - 1);
  }

  @Test
  void theTreeShowsEachObjectsHealth() throws ApiException {
    server.answersJson(
        "{\"nodes\":[{\"version\":\"v1\",\"kind\":\"Pod\",\"name\":\"p\",\"health\":{\"status\":\"Degraded\"},\"parentRefs\":[{\"kind\":\"ReplicaSet\",\"name\":\"r\"}],\"info\":[{\"name\":\"Status Reason\",\"value\":\"CrashLoopBackOff\"}]}],\"hosts\":[{\"name\":\"n1\"}],\"shardsCount\":1}");
    ResourceTree tree = client.details().resourceTree(SHOP);
    assertThat(tree.nodes().get(0).health().orElseThrow().status()).isEqualTo("Degraded");
    assertThat(tree.nodes().get(0).info().get(0).value()).isEqualTo("CrashLoopBackOff");
    assertThat(request()).startsWith("GET /api/v1/applications/shop/resource-tree?project=web ");
  }

  @Test
  void theDifferenceIsGivenByObject() throws ApiException {
    server.answersJson(
        "{\"items\":[{\"kind\":\"Service\",\"name\":\"s\",\"targetState\":\"{}\",\"liveState\":\"null\",\"modified\":true}]}");
    List<ManagedResource> found = client.details().managedResources(SHOP);
    assertThat(found.get(0).modified()).isTrue();
    assertThat(found.get(0).liveState()).contains("null");
    server.answersJson("{}");
    assertThat(client.details().managedResources(SHOP)).isEmpty();
    server.answersJson("{\"items\":7}");
    assertThatThrownBy(() -> client.details().managedResources(SHOP))
        .hasMessageContaining("no list of items");
  }

  @Test
  void eventsAndCommitsAreRead() throws ApiException {
    server.answersJson(
        "{\"items\":[{\"reason\":\"OperationCompleted\",\"type\":\"Normal\",\"lastTimestamp\":\"2026-11-22T10:00:00Z\",\"eventTime\":null}]}");
    assertThat(client.details().events(SHOP).get(0).reason()).isEqualTo("OperationCompleted");
    server.answersJson(
        "{\"author\":\"A <a@example.org>\",\"date\":\"2026-11-22T10:00:00+01:00\",\"message\":\"m\",\"references\":[{\"commit\":{\"sha\":\"abc\",\"repoURL\":\"https://git.example.org/x\"}}]}");
    RevisionMetadata commit = client.details().revisionMetadata(SHOP, "abc", Optional.of(1));
    assertThat(commit.references().get(0).commit().orElseThrow().sha()).contains("abc");
    assertThat(request()).contains("/revisions/abc/metadata?project=web&sourceIndex=1 ");
  }

  @Test
  void windowsOfAnApplicationAndOfItsProjectAreRead() throws ApiException {
    server.answersJson(
        "{\"activeWindows\":[{\"kind\":\"deny\",\"schedule\":\"* * * * *\",\"duration\":\"1h\"}],\"canSync\":true}");
    SyncWindows windows = client.details().syncWindows(SHOP);
    assertThat(windows.activeWindows().get(0).kind()).isEqualTo("deny");
    assertThat(windows.canSync()).isTrue();
    server.answersJson(
        "{\"metadata\":{\"name\":\"web\"},\"spec\":{\"syncWindows\":[{\"kind\":\"allow\",\"schedule\":\"0 22 * * *\",\"duration\":\"1h\",\"applications\":[\"*\"],\"timeZone\":\"Europe/Berlin\",\"andOperator\":true}]}}");
    ProjectWindow window = client.projects().windows("web").get(0);
    assertThat(window.timeZone()).contains("Europe/Berlin");
    assertThat(window.andOperator()).isTrue();
  }

  @Test
  void actionsAreListedAndRun() throws ApiException {
    server.answersJson("{\"actions\":[{\"name\":\"promote-full\",\"disabled\":false}]}");
    List<ResourceAction> actions = client.details().actions(SHOP, ROLLOUT, "v1alpha1");
    assertThat(actions).extracting(ResourceAction::name).containsExactly("promote-full");
    server.answersJson("{}");
    client.details().runAction(SHOP, ROLLOUT, "v1alpha1", "promote-full", Map.of());
    assertThat(request())
        .startsWith("POST /api/v1/applications/shop/resource/actions/v2 HTTP/1.1")
        .contains("\"action\":\"promote-full\"")
        .contains("\"project\":\"web\"");
  }

  @Test
  void clustersAreReadByAddressAndByName() throws ApiException {
    String cluster =
        "{\"server\":\"https://k\",\"name\":\"eu\",\"info\":{\"connectionState\":{\"status\":\"Failed\"},\"applicationsCount\":3}}";
    server.answersJson("{\"items\":[" + cluster + "]}").answersJson(cluster).answersJson(cluster);
    assertThat(client.clusters().list()).extracting(Cluster::name).containsExactly("eu");
    Cluster found = client.clusters().get("https://k");
    assertThat(found.info().connectionState().isSuccessful()).isFalse();
    assertThat(request()).startsWith("GET /api/v1/clusters/https%3A%2F%2Fk?id.type=url ");
    client.clusters().named("eu");
    assertThat(request()).startsWith("GET /api/v1/clusters/eu?id.type=name ");
  }

  @Test
  void theStepsOfARollingSyncAreRead() throws ApiException {
    server.answersJson(
        "{\"metadata\":{\"name\":\"all\"},\"spec\":{\"strategy\":{\"type\":\"RollingSync\",\"rollingSync\":{\"steps\":[{\"matchExpressions\":[{\"key\":\"env\",\"operator\":\"In\",\"values\":[\"dev\"]}],\"maxUpdate\":0}]}}},\"status\":{\"applicationStatus\":[{\"application\":\"a\",\"status\":\"Waiting\",\"step\":\"1\",\"targetrevisions\":[\"x\"]}]}}");
    ApplicationSet set = client.applicationSets().get("all", Optional.empty());
    assertThat(set.status().applicationStatus().get(0).targetRevisions()).containsExactly("x");
    assertThat(
            set.spec()
                .strategy()
                .orElseThrow()
                .rollingSync()
                .orElseThrow()
                .steps()
                .get(0)
                .maxUpdate())
        .contains("0");
  }

  @Test
  void onlyYesIsYes() throws ApiException {
    server.answersJson("{\"value\":\"yes\"}").answersJson("{\"value\":\"no\"}").answersJson("{}");
    assertThat(client.account().canI("applications", "sync", "web/shop")).isTrue();
    assertThat(request())
        .startsWith("GET /api/v1/account/can-i/applications/sync/web/shop HTTP/1.1");
    assertThat(client.account().canI("applications", "sync", "*")).isFalse();
    assertThat(client.account().canI("applications", "sync", "*")).isFalse();
  }

  @Test
  void aFailedLoginHidesThePassword() {
    server.answers(
        401,
        "application/json",
        "{\"code\":16,\"message\":\"Invalid username or password: hunter2\"}");
    assertThatThrownBy(() -> client.session().login("me", "hunter2"))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.UNAUTHENTICATED))
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aLoginGivesATokenAndAnEmptyOneIsNone() throws ApiException {
    server.answersJson("{\"token\":\"abc.def\"}").answersJson("{\"token\":\"\"}");
    assertThat(client.session().login("me", "pw").reveal()).isEqualTo("abc.def");
    assertThatThrownBy(() -> client.session().login("me", "pw"))
        .hasMessageContaining("no usable token");
  }

  @Test
  void tokensOfAccountsAndRolesAreMadeAndTakenAway() throws ApiException {
    server.answersJson("{\"token\":\"t\"}").answersJson("{}");
    client.account().createToken("ci", "id-1", Duration.ofHours(1));
    assertThat(request()).contains("{\"name\":\"ci\",\"id\":\"id-1\",\"expiresIn\":3600}");
    client.account().deleteToken("ci", "id-1");
    assertThat(request()).startsWith("DELETE /api/v1/account/ci/token/id-1 ");
    server.answersJson("{\"token\":\"t\"}").answersJson("{}");
    client.projects().createToken("web", "ci", "id-2", Duration.ZERO);
    assertThat(request()).startsWith("POST /api/v1/projects/web/roles/ci/token ");
    client.projects().deleteToken("web", "ci", 1700000000, "id-2");
    assertThat(request())
        .startsWith("DELETE /api/v1/projects/web/roles/ci/token/1700000000?id=id-2 ");
  }

  @Test
  void versionSettingsAndUserAreRead() throws ApiException {
    server
        .answersJson("{\"Version\":\"v3.5.1\"}")
        .answersJson("{\"url\":\"https://a\",\"appsInAnyNamespaceEnabled\":true}")
        .answersJson("{}");
    assertThat(client.version().version()).isEqualTo("v3.5.1");
    assertThat(request()).startsWith("GET /api/version HTTP/1.1");
    assertThat(client.settings().appsInAnyNamespaceEnabled()).isTrue();
    assertThat(client.session().userInfo().loggedIn()).isFalse();
  }
}
