package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SyncTest extends ArgoFixture {
  private static final String OURS =
      "{\"revision\":\"" + SECOND + "\",\"infos\":[{\"name\":\"id\",\"value\":\"op-1\"}]}";

  @Test
  void acceptedIsNotDoneAndTheLastStateIsGone() throws Exception {
    FakeApplication payments = payments();
    commitSecond();
    assertThat(payments.json().at("/status/operationState/phase").asText()).isEqualTo("Succeeded");
    Answer answer = sync(OURS);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/operation/sync/revision").asText()).isEqualTo(SECOND);
    assertThat(answer.json().at("/operation/info/0/value").asText()).isEqualTo("op-1");
    assertThat(answer.json().at("/operation/initiatedBy/username").asText()).isEqualTo("admin");
    assertThat(answer.json().at("/status/operationState").isMissingNode()).isTrue();
  }

  @Test
  void aSyncGoesFromAcceptedToComparedStepByStep() throws Exception {
    FakeApplication payments = payments();
    commitSecond();
    sync(OURS);
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.STARTED);
    assertThat(payments.json().at("/status/operationState/phase").asText()).isEqualTo("Running");
    clock.advance(Duration.ofSeconds(5));
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.FINISHED);
    JsonNode applied = payments.json();
    assertThat(applied.has("operation")).isFalse();
    assertThat(applied.at("/status/operationState/syncResult/revision").asText()).isEqualTo(SECOND);
    assertThat(applied.at("/status/sync/revision").asText()).isEqualTo(FIRST);
    assertThat(applied.at("/status/history").size()).isEqualTo(2);
    clock.advance(Duration.ofSeconds(1));
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.COMPARED);
    JsonNode compared = payments.json();
    assertThat(compared.at("/status/sync/revision").asText()).isEqualTo(SECOND);
    assertThat(compared.at("/status/sync/status").asText()).isEqualTo("Synced");
    assertThat(compared.at("/status/reconciledAt").asText())
        .isGreaterThan(compared.at("/status/operationState/finishedAt").asText());
  }

  @Test
  void aSecondSyncIsRefusedWhileOneIsThere() throws Exception {
    payments();
    sync("{}");
    Answer second = sync("{}");
    assertThat(second.status()).isEqualTo(400);
    assertThat(second.code()).isEqualTo(9);
    assertThat(second.message()).isEqualTo("another operation is already in progress");
  }

  @Test
  void aWindowIsToldToWhoeverMayReadBeforeTheRightToSyncIsChecked() throws Exception {
    payments();
    argo.project("default").addWindow(FakeWindow.Kind.DENY, "0 0 * * *", "1h", "pay*").active(true);
    Answer answer = sync("{}");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.message()).isEqualTo("cannot sync: blocked by sync window");
    FakeAccount reader = argo.access().account("reader").allow("applications", "get", "*/*");
    token = reader.token();
    assertThat(sync("{}").message()).isEqualTo("cannot sync: blocked by sync window");
  }

  @Test
  void anAutomatedApplicationTakesNoOtherRevision() throws Exception {
    argo.newCommit(ApplicationSeed.REPOSITORY, "main", FIRST);
    argo.addApplication(ApplicationSeed.named("payments").synced(SyncMode.AUTOMATED));
    Answer answer = sync("{\"revision\":\"" + FIRST + "\"}");
    assertThat(answer.code()).isEqualTo(9);
    assertThat(answer.message())
        .isEqualTo("Cannot sync to " + FIRST + ": auto-sync currently set to main");
    assertThat(sync("{\"revision\":\"main\"}").status()).isEqualTo(200);
  }

  @Test
  void automationThatIsSwitchedOffIsNoAutomation() throws Exception {
    argo.newCommit(ApplicationSeed.REPOSITORY, "main", FIRST);
    argo.addApplication(ApplicationSeed.named("payments").synced(SyncMode.SWITCHED_OFF));
    assertThat(sync("{\"revision\":\"" + FIRST + "\"}").status()).isEqualTo(200);
  }

  @Test
  void anApplicationThatIsBeingDeletedIsNotSynced() throws Exception {
    payments();
    write("DELETE", APPS + "/payments?project=default", "");
    assertThat(sync("{}").message()).isEqualTo("application is deleting");
  }

  @Test
  void morePositionsThanRevisionsBreakTheServerAndMoreRevisionsAreDropped() throws Exception {
    argo.addApplication(
        ApplicationSeed.named("payments")
            .from(ApplicationSeed.REPOSITORY, "one", "main")
            .andFrom(ApplicationSeed.REPOSITORY, "two", "main"));
    Answer answer = sync("{\"revisions\":[\"" + FIRST + "\"],\"sourcePositions\":[1,2]}");
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.code()).isEqualTo(13);
    String two = "[\"" + FIRST + "\",\"" + SECOND + "\"]";
    assertThat(sync("{\"revisions\":" + two + ",\"sourcePositions\":[0]}").code()).isEqualTo(2);
    JsonNode taken = sync("{\"revisions\":" + two + ",\"sourcePositions\":[2]}").json();
    assertThat(taken.at("/operation/sync/revisions/1").asText()).isEqualTo(FIRST);
    assertThat(taken.at("/operation/sync/revisions/0").asText()).isNotEqualTo(SECOND);
  }

  @Test
  void aTerminatedOperationEndsLaterAsFailed() throws Exception {
    FakeApplication payments = payments();
    assertThat(terminate().code()).isEqualTo(3);
    sync("{}");
    assertThat(terminate().status()).isEqualTo(400);
    payments.startOperation();
    assertThat(terminate().status()).isEqualTo(200);
    assertThat(payments.json().at("/status/operationState/phase").asText())
        .isEqualTo("Terminating");
    assertThat(payments.json().has("operation")).isTrue();
    payments.controllerStep();
    assertThat(payments.json().at("/status/operationState/phase").asText()).isEqualTo("Failed");
    assertThat(payments.json().at("/status/operationState/message").asText())
        .isEqualTo("Operation terminated");
  }

  private Answer terminate() throws Exception {
    return write("DELETE", APPS + "/payments/operation?project=default", "");
  }

  @Test
  void aTryThatWaitsForItsRetryIsStillRunningWithAnEnd() throws Exception {
    FakeApplication payments = payments();
    sync("{}");
    payments.startOperation().failTryAndWaitForRetry("one resource failed");
    JsonNode state = payments.json().at("/status/operationState");
    assertThat(state.path("phase").asText()).isEqualTo("Running");
    assertThat(state.has("finishedAt")).isTrue();
    assertThat(state.path("retryCount").asInt()).isEqualTo(1);
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.RETRIED);
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.FINISHED);
    assertThat(payments.json().at("/status/operationState/phase").asText()).isEqualTo("Succeeded");
  }

  @Test
  void aSuccessCanComeWithoutItsResult() throws Exception {
    FakeApplication payments = payments();
    sync("{}");
    payments.startOperation().succeedWithoutResult();
    JsonNode state = payments.json().at("/status/operationState");
    assertThat(state.path("phase").asText()).isEqualTo("Succeeded");
    assertThat(state.has("syncResult")).isFalse();
    assertThat(state.has("finishedAt")).isFalse();
  }

  @Test
  void aPartialOrADrySyncLeavesNoHistory() throws Exception {
    FakeApplication payments = payments();
    commitSecond();
    sync("{\"dryRun\":true}");
    payments.startOperation().finishOperation(Outcome.SUCCEEDED, "").reconcile();
    sync("{\"resources\":[{\"group\":\"apps\",\"kind\":\"Deployment\",\"name\":\"payments\"}]}");
    payments.startOperation().finishOperation(Outcome.SUCCEEDED, "").reconcile();
    JsonNode json = payments.json();
    assertThat(json.at("/status/history").size()).isEqualTo(1);
    assertThat(json.at("/status/sync/status").asText()).isEqualTo("OutOfSync");
    assertThat(json.at("/status/operationState/syncResult/resources").size()).isEqualTo(1);
  }

  @Test
  void anEmptyRevisionWrittenBesideTheServerShowsTheOldOne() throws Exception {
    FakeApplication payments = payments();
    commitSecond();
    payments.writeOperation("{\"sync\":{}}").startOperation();
    payments.finishOperation(Outcome.SUCCEEDED, "");
    JsonNode state = payments.json().at("/status/operationState");
    assertThat(state.at("/operation/sync/revision").asText()).isEqualTo(FIRST);
    assertThat(state.at("/syncResult/revision").asText()).isEqualTo(SECOND);
  }
}
