package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListTest extends ArgoFixture {
  private void threeApplications() {
    argo.addApplication(ApplicationSeed.named("web").labelled("tier", "front"));
    argo.addApplication(ApplicationSeed.named("api").labelled("tier", "back").inProject("shop"));
    argo.addApplication(ApplicationSeed.named("jobs").labelled("tier", "back"));
  }

  private List<String> names(String query) throws Exception {
    List<String> names = new ArrayList<>();
    get(APPS + query)
        .json()
        .path("items")
        .forEach(a -> names.add(Json.text(a, "metadata", "name")));
    return names;
  }

  @Test
  void aListIsSortedByNameAndHasAVersion() throws Exception {
    threeApplications();
    assertThat(names("")).containsExactly("api", "jobs", "web");
    assertThat(get(APPS).json().at("/metadata/resourceVersion").asLong()).isPositive();
  }

  @Test
  void aListHasNoPages() throws Exception {
    threeApplications();
    assertThat(names("?limit=1")).hasSize(3);
    assertThat(get(APPS + "?limit=1").json().at("/metadata/continue").isMissingNode()).isTrue();
  }

  @Test
  void projectsAndSelectorsNarrow() throws Exception {
    threeApplications();
    assertThat(names("?projects=shop&projects=none")).containsExactly("api");
    assertThat(names("?project=default&projects=shop")).containsExactly("jobs", "web");
    assertThat(names("?selector=tier%3Dback")).containsExactly("api", "jobs");
    assertThat(names("?selector=tier%20in%20(front,none)")).containsExactly("web");
    assertThat(names("?selector=tier!%3Dback,tier")).containsExactly("web");
    assertThat(names("?selector=!tier")).isEmpty();
  }

  @Test
  void oneSeesOnlyWhatOneMayGet() throws Exception {
    threeApplications();
    token = argo.access().account("ci").allow("applications", "get", "shop/*").token();
    assertThat(names("")).containsExactly("api");
  }

  @Test
  void fieldsLeaveOnlyWhatTheyName() throws Exception {
    payments();
    JsonNode item =
        get(APPS + "?fields=items.metadata.name,items.status.sync.status,items.status.health")
            .json()
            .at("/items/0");
    assertThat(item.path("metadata").size()).isEqualTo(1);
    assertThat(item.at("/status/sync").size()).isEqualTo(1);
    assertThat(item.at("/status/health/status").asText()).isEqualTo("Healthy");
    assertThat(item.has("spec")).isFalse();
  }

  @Test
  void whatCannotBeSelectedIsLeftOutWithoutAWord() throws Exception {
    payments();
    JsonNode item =
        get(APPS
                + "?fields=metadata.name,items.status.sync.revisions,items.status.conditions,"
                + "items.status.history,items.status.reconciledAt,"
                + "items.status.operationState.syncResult")
            .json()
            .at("/items/0");
    assertThat(item.isEmpty()).isTrue();
  }

  @Test
  void theOperationOfTheStateIsItsResultByMistake() throws Exception {
    payments();
    JsonNode item = get(APPS + "?fields=items.status.operationState.operation.sync").json();
    assertThat(item.at("/items/0/status/operationState/operation/sync/resources").size())
        .isEqualTo(2);
  }

  @Test
  void aRunningOperationHasANullEndInAProjection() throws Exception {
    FakeApplication payments = payments();
    sync("{}");
    payments.startOperation();
    JsonNode state =
        get(APPS + "?fields=items.status.operationState.finishedAt")
            .json()
            .at("/items/0/status/operationState");
    assertThat(state.has("finishedAt")).isTrue();
    assertThat(state.path("finishedAt").isNull()).isTrue();
  }

  @Test
  void aLeadingMinusExcludes() throws Exception {
    payments();
    JsonNode item = get(APPS + "?fields=-items.spec,items.status.resources").json().at("/items/0");
    assertThat(item.has("metadata")).isTrue();
    assertThat(item.at("/status/resources").isMissingNode()).isTrue();
  }

  @Test
  void aSingleReadKnowsNoFields() throws Exception {
    payments();
    JsonNode json = get(APPS + "/payments?project=default&fields=metadata.name").json();
    assertThat(json.has("spec")).isTrue();
  }

  @Test
  void onlyASingleReadHasTheHealthOfResources() throws Exception {
    payments();
    String health = "/status/resources/0/health/status";
    assertThat(get(APPS).json().at("/items/0" + health).isMissingNode()).isTrue();
    assertThat(get(APPS + "/payments?project=default").json().at(health).asText())
        .isEqualTo("Healthy");
  }

  @Test
  void tenThousandApplicationsAreListed() throws Exception {
    argo.addApplications(10_000, i -> ApplicationSeed.named("app-" + i));
    JsonNode items = get(APPS + "?fields=items.metadata.name").json().path("items");
    assertThat(items.size()).isEqualTo(10_000);
  }
}
