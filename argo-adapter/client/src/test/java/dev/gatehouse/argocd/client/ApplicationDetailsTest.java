package dev.gatehouse.argocd.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.argocd.http.LocalServer;
import dev.gatehouse.argocd.model.AppProject;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ChartDetails;
import dev.gatehouse.argocd.model.DeepLink;
import dev.gatehouse.argocd.model.DetailedProject;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.http.ApiException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What surrounds applications, projects and application sets. */
class ApplicationDetailsTest {
  private static final ApplicationRef SHOP =
      new ApplicationRef("shop", "web", Optional.of("team-a"));
  private static final ResourceRef MAP = new ResourceRef("", "ConfigMap", "shop-test", "shop");
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
  void manifestsAreMadeOfTheRevisionsThatAreAskedFor() throws ApiException {
    server.answersJson("{\"manifests\":[\"{\\\"kind\\\":\\\"ConfigMap\\\"}\"]}");
    assertThat(client.details().manifests(SHOP, ManifestQuery.target()))
        .containsExactly("{\"kind\":\"ConfigMap\"}");
    assertThat(request())
        .startsWith("GET /api/v1/applications/shop/manifests?project=web&appNamespace=team-a HTTP");
    server.answersJson("{}").answersJson("{}");
    assertThat(client.details().manifests(SHOP, ManifestQuery.of("abc").madeAnew())).isEmpty();
    assertThat(request()).contains("&revision=abc&noCache=true ");
    Map<Long, String> byPosition = new TreeMap<>(Map.of(1L, "aaa", 2L, "bbb"));
    client.details().manifests(SHOP, ManifestQuery.ofSources(byPosition));
    assertThat(request())
        .contains("&revisions=aaa&revisions=bbb&sourcePositions=1&sourcePositions=2 ");
  }

  @Test
  void unequalRevisionsAndPositionsAreNoQuery() {
    assertThatThrownBy(
            () -> new ManifestQuery(Optional.empty(), List.of("a"), List.of(1L, 2L), false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ManifestQuery.ofSources(Map.of(0L, "a")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void linksAreAskedForWithTheShortNameOfTheNamespace() throws ApiException {
    server.answersJson("{\"items\":[{\"title\":\"Runbook\",\"url\":\"https://d\",\"icon\":1}]}");
    assertThat(client.details().links(SHOP))
        .containsExactly(new DeepLink("Runbook", "https://d", Optional.empty(), Optional.empty()));
    assertThat(request())
        .startsWith("GET /api/v1/applications/shop/links?project=web&namespace=team-a ");
    server.answersJson("{}");
    assertThat(client.details().links(SHOP)).as("a server without links says nothing").isEmpty();
  }

  @Test
  void chartsAndArtifactsAreReadByRevision() throws ApiException {
    server.answersJson("{\"description\":\"d\",\"maintainers\":[\"M <m@example.org>\"]}");
    ChartDetails chart = client.details().chartDetails(SHOP, "1.2.3", Optional.of(1));
    assertThat(chart.maintainers()).containsExactly("M <m@example.org>");
    assertThat(chart.home()).isEmpty();
    assertThat(request())
        .contains("/revisions/1.2.3/chartdetails?project=web&appNamespace=team-a&sourceIndex=1 ");
    server.answersJson("{\"version\":\"1.2.3\"}");
    assertThat(client.details().ociMetadata(SHOP, "sha256:abc", Optional.empty()).version())
        .contains("1.2.3");
    assertThat(request()).contains("/revisions/sha256%3Aabc/ocimetadata?");
  }

  @Test
  void oneObjectIsReadAsItIsAndWithItsEvents() throws ApiException {
    server.answersJson("{\"manifest\":\"{\\\"kind\\\":\\\"ConfigMap\\\"}\"}");
    assertThat(client.details().liveObject(SHOP, MAP, "v1")).isEqualTo("{\"kind\":\"ConfigMap\"}");
    assertThat(request())
        .contains(
            "/resource?project=web&appNamespace=team-a&namespace=shop-test&resourceName=shop&version=v1&group=&kind=ConfigMap ");
    server.answersJson("{\"items\":[{\"reason\":\"Created\"}]}");
    assertThat(client.details().events(SHOP, MAP, "u-1")).hasSize(1);
    assertThat(request())
        .contains("&resourceNamespace=shop-test&resourceName=shop&resourceUID=u-1 ");
  }

  @Test
  void theDifferenceOfOneKindIsAskedForByItsParts() throws ApiException {
    server.answersJson("{\"items\":[{\"kind\":\"ConfigMap\",\"name\":\"shop\"}]}");
    assertThat(client.details().managedResources(SHOP, MAP)).hasSize(1);
    assertThat(request())
        .contains(
            "/managed-resources?project=web&appNamespace=team-a&namespace=shop-test&name=shop&group=&kind=ConfigMap ");
  }

  @Test
  void theChecksOfASignatureHaveCapitals() throws ApiException {
    server.answersJson(
        "{\"sourceIntegrityResult\":{\"Checks\":[{\"Name\":\"GIT/GPG\",\"Problems\":[\"unsigned\"]}]}}");
    assertThat(
            client
                .details()
                .revisionMetadata(SHOP, "abc", Optional.empty())
                .sourceIntegrityResult()
                .orElseThrow()
                .checks()
                .get(0)
                .problems())
        .containsExactly("unsigned");
  }

  @Test
  void aProjectIsReadWithWhatItInheritsAndNoCredentials() throws ApiException {
    server.answersJson(
        "{\"project\":{\"metadata\":{\"name\":\"web\"}},\"globalProjects\":[{\"metadata\":{\"name\":\"all\"}}],\"repositories\":[{\"repo\":\"https://git\",\"password\":\"hunter2\"}],\"clusters\":[{\"server\":\"https://k\"}]}");
    DetailedProject project = client.projects().detailed("web");
    assertThat(project.globalProjects()).hasSize(1);
    assertThat(project.repositories().get(0).repo()).isEqualTo("https://git");
    assertThat(project.toString()).doesNotContain("hunter2");
    assertThat(request()).startsWith("GET /api/v1/projects/web/detailed ");
    server.answersJson("{}");
    assertThatThrownBy(() -> client.projects().detailed("web")).isInstanceOf(ApiException.class);
  }

  @Test
  void aProjectIsReplacedInItsEnvelope() throws ApiException {
    String text = "{\"metadata\":{\"name\":\"web\",\"resourceVersion\":\"7\"},\"spec\":{}}";
    server.answersJson(text).answersJson(text);
    WholeObject whole = client.projects().whole("web");
    AppProject replaced = client.projects().replace("web", whole);
    assertThat(replaced.metadata().resourceVersion()).contains("7");
    assertThat(request())
        .startsWith("PUT /api/v1/projects/web HTTP/1.1")
        .endsWith("{\"project\":" + text + "}");
  }

  @Test
  void eventsAndLinksOfAProjectAreRead() throws ApiException {
    server.answersJson("{\"items\":[{\"reason\":\"ResourceUpdated\"}]}").answersJson("{}");
    assertThat(client.projects().events("web")).hasSize(1);
    assertThat(client.projects().links("web")).isEmpty();
    assertThat(request()).startsWith("GET /api/v1/projects/web/links ");
  }

  @Test
  void whatAnApplicationSetHasMadeIsRead() throws ApiException {
    server.answersJson("{\"nodes\":[{\"kind\":\"Application\",\"name\":\"a\"}]}");
    assertThat(client.applicationSets().resourceTree("all", Optional.of("sets")).nodes())
        .hasSize(1);
    assertThat(request())
        .startsWith("GET /api/v1/applicationsets/all/resource-tree?appsetNamespace=sets ");
    server.answersJson("{\"items\":null}").answersJson("{\"items\":null}");
    assertThat(client.applicationSets().events("all", Optional.empty())).isEmpty();
    client.applicationSets().list(ApplicationSetQuery.all().inNamespace("sets"));
    assertThat(request()).startsWith("GET /api/v1/applicationsets?appsetNamespace=sets ");
  }
}
