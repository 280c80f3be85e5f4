package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import org.junit.jupiter.api.Test;

class ControllerTest extends ArgoFixture {
  private FakeApplication automated(SyncMode mode) {
    argo.newCommit(ApplicationSeed.REPOSITORY, "main", FIRST);
    return argo.addApplication(ApplicationSeed.named("payments").synced(mode));
  }

  @Test
  void aCommitIsNotNoticedBeforeTheComparison() {
    FakeApplication payments = payments();
    commitSecond();
    assertThat(payments.json().at("/status/sync/revision").asText()).isEqualTo(FIRST);
    argo.reconcile("payments");
    assertThat(payments.json().at("/status/sync/revision").asText()).isEqualTo(SECOND);
    assertThat(payments.json().at("/status/sync/status").asText()).isEqualTo("OutOfSync");
    assertThat(payments.json().has("operation")).isFalse();
  }

  @Test
  void aCommitElsewhereMovesTheComparedRevisionWithoutASync() {
    FakeApplication payments = payments();
    argo.newCommit(ApplicationSeed.REPOSITORY, "main", SECOND, "apps/other");
    payments.reconcile();
    assertThat(payments.json().at("/status/sync/revision").asText()).isEqualTo(SECOND);
    assertThat(payments.json().at("/status/sync/status").asText()).isEqualTo("Synced");
    assertThat(payments.json().at("/status/history").size()).isEqualTo(1);
  }

  @Test
  void anAutomatedApplicationSyncsANewCommitByItself() {
    FakeApplication payments = automated(SyncMode.AUTOMATED);
    commitSecond();
    payments.reconcile();
    JsonNode operation = payments.json().path("operation");
    assertThat(operation.at("/initiatedBy/automated").asBoolean()).isTrue();
    assertThat(operation.at("/sync/revision").asText()).isEqualTo(SECOND);
    assertThat(operation.at("/retry/limit").asInt()).isEqualTo(5);
    // The state of the operation before is still there.
    assertThat(payments.json().at("/status/operationState/phase").asText()).isEqualTo("Succeeded");
  }

  @Test
  void anAutomatedApplicationDoesNotRetryACommitThatFailed() {
    FakeApplication payments = automated(SyncMode.AUTOMATED);
    commitSecond();
    payments.reconcile().startOperation().finishOperation(Outcome.FAILED, "no").reconcile();
    assertThat(payments.json().has("operation")).isFalse();
    JsonNode condition = payments.json().at("/status/conditions/0");
    assertThat(condition.path("type").asText()).isEqualTo("SyncError");
    assertThat(condition.path("message").asText()).startsWith("Failed last sync attempt to");
  }

  @Test
  void healingIsPartialAndNobodyAskedForIt() {
    FakeApplication payments = automated(SyncMode.SELF_HEALING);
    payments.drift().reconcile();
    JsonNode operation = payments.json().path("operation");
    assertThat(operation.at("/sync/resources").size()).isEqualTo(2);
    assertThat(operation.has("info")).isFalse();
    payments.startOperation().finishOperation(Outcome.SUCCEEDED, "").reconcile();
    assertThat(payments.json().at("/status/sync/status").asText()).isEqualTo("Synced");
    assertThat(payments.json().at("/status/history").size()).isEqualTo(1);
  }

  @Test
  void driftStaysWhereNobodyHeals() {
    FakeApplication payments = automated(SyncMode.AUTOMATED);
    payments.drift().reconcile();
    assertThat(payments.json().at("/status/sync/status").asText()).isEqualTo("OutOfSync");
    assertThat(payments.json().has("operation")).isFalse();
  }

  @Test
  void aRevisionThatDoesNotExistIsAComparisonError() {
    FakeApplication payments = payments();
    payments
        .edit(json -> ((ObjectNode) json.at("/spec/source")).put("targetRevision", SECOND))
        .reconcile();
    assertThat(payments.json().at("/status/sync/status").asText()).isEqualTo("Unknown");
    assertThat(payments.json().at("/status/conditions/0/type").asText())
        .isEqualTo("ComparisonError");
    commitSecond();
    payments.reconcile();
    assertThat(payments.json().at("/status/conditions").isMissingNode()).isTrue();
  }

  @Test
  void severalSourcesHaveRevisionsAndNoRevision() throws Exception {
    argo.newCommit("https://git.example.com/a.git", "main", FIRST);
    argo.newCommit("https://git.example.com/b.git", "main", SECOND);
    FakeApplication payments =
        argo.addApplication(
            ApplicationSeed.named("payments")
                .from("https://git.example.com/a.git", "a", "main")
                .andFrom("https://git.example.com/b.git", "b", "main"));
    JsonNode sync = payments.json().at("/status/sync");
    assertThat(sync.has("revision")).isFalse();
    assertThat(sync.at("/revisions/1").asText()).isEqualTo(SECOND);
    String third = "c".repeat(40);
    argo.newCommit("https://git.example.com/b.git", "next", third);
    Answer answer = sync("{\"revisions\":[\"" + third + "\"],\"sourcePositions\":[2]}");
    assertThat(answer.json().at("/operation/sync/revisions/0").asText()).isEqualTo(FIRST);
    assertThat(answer.json().at("/operation/sync/revisions/1").asText()).isEqualTo(third);
  }

  @Test
  void theAutopilotCarriesASyncOutBeforeTheNextRead() throws Exception {
    FakeApplication payments = payments();
    argo.autopilot();
    commitSecond();
    assertThat(sync("{}").json().has("operation")).isTrue();
    JsonNode json = get(APPS + "/payments?project=default").json();
    assertThat(json.has("operation")).isFalse();
    assertThat(json.at("/status/sync/status").asText()).isEqualTo("Synced");
    String ended = json.at("/status/operationState/finishedAt").asText();
    assertThat(json.at("/status/reconciledAt").asText()).isEqualTo(ended);
    JsonNode refreshed = get(APPS + "/payments?project=default&refresh=normal").json();
    assertThat(refreshed.at("/status/reconciledAt").asText()).isGreaterThan(ended);
    assertThat(payments.json().at("/status/health/status").asText()).isEqualTo("Healthy");
  }

  @Test
  void theAutopilotShowsTheOperationUnderWayToSoManyReads() throws Exception {
    payments();
    commitSecond();
    argo.autopilotAfterReads(2);
    sync("{}");
    String path = APPS + "/payments?project=default";
    String phase = "/status/operationState/phase";
    assertThat(get(path).json().at(phase).asText()).isEqualTo("Running");
    assertThat(get(path).json().at(phase).asText()).isEqualTo("Running");
    assertThat(get(path).json().at(phase).asText()).isEqualTo("Succeeded");
  }

  @Test
  void theAutopilotAnswersARefreshAtOnce() throws Exception {
    payments();
    argo.autopilot();
    assertThat(get(APPS + "/payments?project=default&refresh=hard").status()).isEqualTo(200);
  }
}
