package dev.gatehouse.argocd.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.argocd.http.LocalServer;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Definitions go over the wire whole, and are sent once. */
class DefinitionsTest {
  private static final ApplicationRef SHOP =
      new ApplicationRef("shop", "web", Optional.of("team-a"));
  private static final String TEXT =
      "{\"kind\":\"Application\",\"metadata\":{\"name\":\"shop\",\"namespace\":\"team-a\"},\"spec\":{\"project\":\"web\",\"ignoreDifferences\":[{\"kind\":\"Secret\"}],\"source\":{\"helm\":{\"values\":\"password: hunter2\"}}}}";
  private static final WholeObject WHOLE = WholeObject.parse(TEXT);
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
  void whatIsReadWholeIsWrittenBackWithoutALoss() throws ApiException {
    server.answersJson(TEXT).answersJson(TEXT);
    WholeObject read = client.definitions().get(SHOP);
    client.definitions().replace(SHOP, read, Validation.ON);
    assertThat(request())
        .startsWith(
            "PUT /api/v1/applications/shop?project=web&appNamespace=team-a&validate=true HTTP/1.1")
        .endsWith(TEXT);
  }

  @Test
  void creatingSaysWhetherItMayChangeAnotherOne() throws ApiException {
    server.answersJson(TEXT).answersJson(TEXT);
    client.definitions().create(WHOLE);
    assertThat(request())
        .startsWith("POST /api/v1/applications?upsert=false&validate=true HTTP/1.1")
        .contains("\"ignoreDifferences\"");
    client.definitions().create(WHOLE, true, Validation.OFF);
    assertThat(request()).startsWith("POST /api/v1/applications?upsert=true&validate=false ");
  }

  @Test
  void aNameThatIsTakenByAnotherOneIsInvalid() {
    server.answers(
        400,
        "application/json",
        "{\"code\":3,\"message\":\"existing application spec is different, use upsert flag to force update\"}");
    assertThatThrownBy(() -> client.definitions().create(WHOLE))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.INVALID))
        .hasMessageContaining("upsert");
  }

  @Test
  void aSpecIsReplacedByItself() throws ApiException {
    WholeObject spec = WholeObject.parse("{\"project\":\"web\",\"source\":{\"path\":\"apps\"}}");
    server.answersJson(spec.json());
    assertThat(client.definitions().replaceSpec(SHOP, spec, Validation.OFF)).isEqualTo(spec);
    assertThat(request())
        .startsWith(
            "PUT /api/v1/applications/shop/spec?project=web&appNamespace=team-a&validate=false ")
        .endsWith(spec.json());
  }

  @Test
  void aDeletionSaysWhatBecomesOfTheObjects() throws ApiException {
    server.answersJson("{}").answersJson("{}").answersJson("{}");
    client.definitions().delete(SHOP, Deletion.withObjects());
    assertThat(request())
        .startsWith(
            "DELETE /api/v1/applications/shop?project=web&appNamespace=team-a&cascade=true HTTP/1.1")
        .contains("Content-Type: application/json\n");
    client.definitions().delete(SHOP, Deletion.withObjects(Deletion.Propagation.FOREGROUND));
    assertThat(request()).contains("&cascade=true&propagationPolicy=foreground ");
    client.definitions().delete(SHOP, Deletion.leavingObjects());
    assertThat(request()).contains("&cascade=false ");
    assertThatThrownBy(() -> new Deletion(false, Optional.of(Deletion.Propagation.BACKGROUND)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aDeletionThatBreaksOffIsSentOnce() {
    server.then(out -> {});
    server.answersJson("{}");
    assertThatThrownBy(() -> client.definitions().delete(SHOP, Deletion.withObjects()))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.failure().leavesDoubt()).isTrue());
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void aWholeObjectIsReadAndChangedByPlace() {
    assertThat(WHOLE.at("/metadata/name")).contains("shop");
    assertThat(WHOLE.at("/spec")).isEmpty();
    WholeObject moved = WHOLE.with("/spec/source/targetRevision", "v2");
    assertThat(moved.at("/spec/source/targetRevision")).contains("v2");
    assertThat(WHOLE.at("/spec/source/targetRevision")).isEmpty();
    assertThat(WHOLE.with("/metadata/labels/team", "web").at("/metadata/labels/team"))
        .contains("web");
    for (String nowhere : new String[] {"/kind/x", "/spec/ignoreDifferences/0", "kind", ""}) {
      assertThatThrownBy(() -> WHOLE.with(nowhere, "y"))
          .as(nowhere)
          .isInstanceOf(IllegalArgumentException.class);
    }
    WholeObject inList = WHOLE.with("/spec/ignoreDifferences/0/group", "apps");
    assertThat(inList.at("/spec/ignoreDifferences/0/group")).contains("apps");
    assertThat(inList.at("/spec/ignoreDifferences/0/kind")).contains("Secret");
  }

  @Test
  void aWholeObjectDoesNotShowItself() {
    assertThat(WHOLE.toString()).isEqualTo("WholeObject(Application shop)");
    for (String bad : new String[] {"", "[]", "7", "{\"password\":\"hunter2\""}) {
      assertThatThrownBy(() -> WholeObject.parse(bad))
          .as(bad)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("hunter2");
    }
  }
}
