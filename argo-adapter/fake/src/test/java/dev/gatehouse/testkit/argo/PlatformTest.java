package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class PlatformTest extends ArgoFixture {
  private static final String APP = APPS + "/payments/";

  private JsonNode view(String path) throws Exception {
    return get(APP + path + (path.contains("?") ? "&" : "?") + "project=default").json();
  }

  @Test
  void windowsAreSeenFromTheApplicationInBriefAndFromTheProjectWhileActive() throws Exception {
    payments();
    FakeWindow window =
        argo.project("default").addWindow(FakeWindow.Kind.ALLOW, "0 9 * * *", "8h", "*");
    assertThat(view("syncwindows").path("assignedWindows").size()).isEqualTo(1);
    assertThat(view("syncwindows").path("canSync").asBoolean()).isFalse();
    assertThat(get("/api/v1/projects/default/syncwindows").json().isEmpty()).isTrue();
    window.active(true);
    assertThat(view("syncwindows").path("canSync").asBoolean()).isTrue();
    assertThat(view("syncwindows").at("/activeWindows/0").has("applications")).isFalse();
    assertThat(get("/api/v1/projects/default/syncwindows").json().at("/windows/0/applications"))
        .hasSize(1);
  }

  @Test
  void aDenyWinsOverAnAllowAndManualSyncPassesBoth() throws Exception {
    payments();
    argo.project("default").addWindow(FakeWindow.Kind.ALLOW, "x", "1h", "*").active(true);
    FakeWindow deny =
        argo.project("default").addWindow(FakeWindow.Kind.DENY, "x", "1h", "*").active(true);
    assertThat(sync("{}").status()).isEqualTo(403);
    deny.manualSync();
    assertThat(sync("{}").status()).isEqualTo(200);
  }

  @Test
  void aProjectIsReplacedOnlyInItsLatestVersion() throws Exception {
    ObjectNode project = (ObjectNode) get("/api/v1/projects/default").json();
    project.putObject("spec").put("description", "changed");
    String body = Json.object().set("project", project).toString();
    assertThat(write("PUT", "/api/v1/projects/default", body).status()).isEqualTo(200);
    Answer again = write("PUT", "/api/v1/projects/default", body);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.code()).isEqualTo(10);
  }

  @Test
  void theTreeTheDifferenceAndTheEventsFollowTheState() throws Exception {
    FakeApplication payments = payments();
    assertThat(view("resource-tree").path("nodes")).hasSize(3);
    assertThat(view("managed-resources").at("/items/0/modified").asBoolean()).isFalse();
    payments.drift().reconcile();
    assertThat(view("managed-resources").at("/items/0/modified").asBoolean()).isTrue();
    sync("{}");
    assertThat(view("events").at("/items/0/reason").asText()).isEqualTo("OperationStarted");
  }

  @Test
  void aCommitHasAnAuthorAndAMessage() throws Exception {
    payments();
    assertThat(view("revisions/" + FIRST + "/metadata").path("message").asText())
        .isEqualTo("Commit aaaaaaa");
    assertThat(get(APP + "revisions/" + SECOND + "/metadata?project=default").status())
        .isEqualTo(500);
  }

  @Test
  void anActionNeedsItsOwnRight() throws Exception {
    payments();
    assertThat(view("resource/actions?kind=Deployment").path("actions")).hasSize(3);
    String body =
        "{\"project\":\"default\",\"group\":\"apps\",\"kind\":\"Deployment\","
            + "\"action\":\"restart\"}";
    assertThat(post(APP + "resource/actions/v2", body).status()).isEqualTo(200);
    token = argo.access().account("ci").allow("applications", "get", "*").token();
    assertThat(post(APP + "resource/actions/v2", body).status()).isEqualTo(403);
  }

  @Test
  void aClusterIsFoundByItsEncodedAddressOrByItsName() throws Exception {
    assertThat(get("/api/v1/clusters").json().path("items")).hasSize(1);
    assertThat(get("/api/v1/clusters/https%3A%2F%2Fkubernetes.default.svc").status())
        .isEqualTo(200);
    assertThat(get("/api/v1/clusters/in-cluster?id.type=name").status()).isEqualTo(200);
    assertThat(get("/api/v1/clusters/none").status()).isEqualTo(403);
  }

  @Test
  void applicationSetsAreListedAndFound() throws Exception {
    argo.addApplicationSet(
        "{\"metadata\":{\"name\":\"fleet\"},\"spec\":{\"strategy\":{\"type\":\"RollingSync\"}}}");
    assertThat(get("/api/v1/applicationsets").json().path("items")).hasSize(1);
    assertThat(get("/api/v1/applicationsets/fleet").json().at("/spec/strategy/type").asText())
        .isEqualTo("RollingSync");
    assertThat(get("/api/v1/applicationsets/none").status()).isEqualTo(404);
  }
}
