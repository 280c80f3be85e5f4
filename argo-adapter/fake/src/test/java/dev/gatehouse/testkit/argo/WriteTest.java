package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import org.junit.jupiter.api.Test;

class WriteTest extends ArgoFixture {
  private static final String TARGET = "/spec/source/targetRevision";

  private Answer patch(String operations, String type) throws Exception {
    ObjectNode body = Json.object().put("name", "payments").put("project", "default");
    body.put("patch", operations).put("patchType", type);
    return write("PATCH", APPS + "/payments", body.toString());
  }

  private static String moveTarget(String from, String to) {
    return "[{\"op\":\"test\",\"path\":\""
        + TARGET
        + "\",\"value\":\""
        + from
        + "\"},{\"op\":\"replace\",\"path\":\""
        + TARGET
        + "\",\"value\":\""
        + to
        + "\"}]";
  }

  @Test
  void aPatchWhoseTestHoldsMovesTheTarget() throws Exception {
    FakeApplication payments = payments();
    assertThat(patch(moveTarget("main", SECOND), "json").status()).isEqualTo(200);
    assertThat(payments.json().at(TARGET).asText()).isEqualTo(SECOND);
  }

  @Test
  void aPatchWhoseTestFailsChangesNothing() throws Exception {
    FakeApplication payments = payments();
    Answer answer = patch(moveTarget("other", SECOND), "json");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.message()).contains("test failed");
    assertThat(payments.json().at(TARGET).asText()).isEqualTo("main");
  }

  @Test
  void aMergePatchMerges() throws Exception {
    FakeApplication payments = payments();
    patch("{\"metadata\":{\"labels\":{\"a\":\"b\"}}}", "merge");
    assertThat(payments.json().at("/metadata/labels/a").asText()).isEqualTo("b");
    assertThat(payments.json().at(TARGET).asText()).isEqualTo("main");
  }

  @Test
  void aPatchOfOperationAndStatusIsDroppedWithoutAWord() throws Exception {
    FakeApplication payments = payments();
    Answer answer =
        patch("{\"operation\":{\"sync\":{}},\"status\":{\"health\":{\"status\":\"X\"}}}", "merge");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(payments.json().has("operation")).isFalse();
    assertThat(payments.json().at("/status/health/status").asText()).isEqualTo("Healthy");
  }

  @Test
  void aPatchNeedsTheRightToUpdate() throws Exception {
    payments();
    token = argo.access().account("ci").allow("applications", "get", "*").token();
    assertThat(patch("[]", "json").status()).isEqualTo(403);
  }

  @Test
  void aSpecIsReplacedByABareSpec() throws Exception {
    FakeApplication payments = payments();
    ObjectNode spec = (ObjectNode) payments.json().path("spec");
    ((ObjectNode) spec.path("source")).put("targetRevision", SECOND);
    Answer answer = write("PUT", APPS + "/payments/spec?project=default", spec.toString());
    assertThat(answer.json().at("/source/targetRevision").asText()).isEqualTo(SECOND);
    assertThat(payments.json().at(TARGET).asText()).isEqualTo(SECOND);
  }

  @Test
  void anApplicationIsCreatedOnceAndChangedOnlyByAnUpsert() throws Exception {
    String body =
        "{\"metadata\":{\"name\":\"new\"},\"spec\":{\"project\":\"default\",\"source\":{\"path\":"
            + "\"%s\"}},\"status\":{\"x\":1},\"operation\":{}}";
    assertThat(post(APPS, body.formatted("a")).json().has("operation")).isFalse();
    assertThat(post(APPS, body.formatted("a")).status()).isEqualTo(200);
    assertThat(post(APPS, body.formatted("b")).status()).isEqualTo(400);
    assertThat(post(APPS + "?upsert=true", body.formatted("b")).status()).isEqualTo(200);
  }

  @Test
  void aProjectThatIsNotThereMakesASpecInvalid() throws Exception {
    Answer answer = post(APPS, "{\"metadata\":{\"name\":\"new\"},\"spec\":{\"project\":\"none\"}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.message()).startsWith("app is not allowed in project \"none\"");
  }

  @Test
  void aDeletedApplicationStaysUntilTheControllerHasRemovedIt() throws Exception {
    FakeApplication payments = payments();
    assertThat(write("DELETE", APPS + "/payments?project=default", "").text()).isEqualTo("{}");
    assertThat(get(APPS + "/payments?project=default").json().at("/metadata/deletionTimestamp"))
        .isNotNull();
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.REMOVED);
    assertThat(get(APPS + "/payments?project=default").status()).isEqualTo(404);
  }

  @Test
  void aRollbackAppliesWithoutHooks() throws Exception {
    FakeApplication payments = payments();
    Answer answer = post(APPS + "/payments/rollback?project=default", "{\"id\":0}");
    assertThat(answer.json().at("/operation/sync/syncStrategy").has("apply")).isTrue();
    assertThat(answer.json().at("/operation/sync/revision").asText()).isEqualTo(FIRST);
    payments.controllerStep();
    assertThat(post(APPS + "/payments/rollback?project=default", "{\"id\":9}").status())
        .isEqualTo(400);
  }

  @Test
  void anAutomatedApplicationIsNotRolledBack() throws Exception {
    argo.addApplication(ApplicationSeed.named("payments").synced(SyncMode.AUTOMATED));
    Answer answer = post(APPS + "/payments/rollback?project=default", "{\"id\":0}");
    assertThat(answer.code()).isEqualTo(9);
    assertThat(answer.message()).contains("auto-sync is enabled");
  }
}
