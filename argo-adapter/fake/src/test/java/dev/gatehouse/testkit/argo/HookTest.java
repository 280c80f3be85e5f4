package dev.gatehouse.testkit.argo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import dev.gatehouse.testkit.argo.FakeHook.Deletion;
import dev.gatehouse.testkit.argo.FakeHook.Phase;
import org.junit.jupiter.api.Test;

/** A sync runs hooks and waves in their order, and waits for each. */
class HookTest extends ArgoFixture {
  private static final FakeHook ASK = FakeHook.job(Phase.PRE_SYNC, "ask");
  private static final FakeHook TELL = FakeHook.job(Phase.POST_SYNC, "tell");
  private static final FakeHook MOURN = FakeHook.job(Phase.SYNC_FAIL, "mourn");

  private FakeApplication begun(FakeHook... hooks) throws Exception {
    FakeApplication payments = payments().runsHooks(hooks);
    commitSecond();
    sync("{}");
    return payments.startOperation();
  }

  private static JsonNode state(FakeApplication app) {
    return app.json().at("/status/operationState");
  }

  private static String phase(FakeApplication app) {
    return state(app).path("phase").asText();
  }

  private static String message(FakeApplication app) {
    return state(app).path("message").asText();
  }

  /** Says of each hook or object how far it is, in the order of their turns. */
  private static String lines(FakeApplication app) {
    StringBuilder all = new StringBuilder();
    for (JsonNode line : state(app).at("/syncResult/resources")) {
      all.append(line.path("name").asText()).append(' ');
      all.append(line.path("hookType").asText(line.path("kind").asText())).append(' ');
      all.append(line.path("hookPhase").asText()).append("; ");
    }
    return all.toString().strip();
  }

  @Test
  void nothingIsAppliedWhileAHookRunsBeforeTheSync() throws Exception {
    FakeApplication payments = begun(ASK);
    assertThat(phase(payments)).isEqualTo("Running");
    assertThat(message(payments)).isEqualTo("waiting for completion of hook batch/Job/ask");
    assertThat(lines(payments)).isEqualTo("ask PreSync Running;");
    JsonNode shown = get(APPS + "/payments?project=default").json().at("/status/resources/2");
    assertThat(shown.path("hook").asBoolean()).isTrue();
    assertThat(shown.at("/health/status").asText()).isEqualTo("Progressing");
  }

  @Test
  void theSyncGoesOnWhenItsHookHasSucceeded() throws Exception {
    FakeApplication payments = begun(ASK).finishHook("ask", Outcome.SUCCEEDED, "fine");
    assertThat(phase(payments)).isEqualTo("Succeeded");
    assertThat(message(payments)).isEqualTo("successfully synced (all tasks run)");
    assertThat(lines(payments))
        .isEqualTo(
            "ask PreSync Succeeded; payments Deployment Running; payments ConfigMap Running;");
    payments.reconcile();
    assertThat(payments.json().at("/status/sync/status").asText()).isEqualTo("Synced");
    assertThat(payments.json().at("/status/history").size()).isEqualTo(2);
  }

  @Test
  void aHookThatFailsEndsTheSyncBeforeAnythingIsApplied() throws Exception {
    FakeApplication payments = begun(ASK).finishHook("ask", Outcome.FAILED, "denied");
    assertThat(phase(payments)).isEqualTo("Failed");
    assertThat(message(payments))
        .isEqualTo("one or more synchronization tasks completed unsuccessfully");
    assertThat(lines(payments)).isEqualTo("ask PreSync Failed;");
    assertThat(state(payments).at("/syncResult/resources/0/message").asText()).isEqualTo("denied");
    payments.reconcile();
    assertThat(payments.json().at("/status/sync/status").asText()).isEqualTo("OutOfSync");
    assertThat(payments.json().at("/status/history").size()).isEqualTo(1);
  }

  @Test
  void aFailureIsNotOverBeforeTheHooksForIt() throws Exception {
    FakeApplication payments = begun(ASK, MOURN).finishHook("ask", Outcome.FAILED, "");
    assertThat(phase(payments)).isEqualTo("Running");
    assertThat(message(payments)).isEqualTo("waiting for completion of hook batch/Job/mourn");
    payments.finishHook("mourn", Outcome.SUCCEEDED, "");
    assertThat(phase(payments)).isEqualTo("Failed");
    assertThat(lines(payments)).isEqualTo("ask PreSync Failed; mourn SyncFail Succeeded;");
  }

  @Test
  void aHookAfterTheSyncWaitsForHealthyObjects() throws Exception {
    FakeApplication payments = begun(TELL, MOURN);
    assertThat(message(payments))
        .isEqualTo("waiting for healthy state of apps/Deployment/payments and 1 more resources");
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.WENT_ON);
    assertThat(message(payments)).isEqualTo("waiting for completion of hook batch/Job/tell");
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.FINISHED);
    assertThat(message(payments)).isEqualTo("successfully synced (no more tasks)");
  }

  @Test
  void allHooksOfAWaveRunTogetherAndTheNextWaveWaits() throws Exception {
    FakeHook later = FakeHook.job(Phase.PRE_SYNC, "later").inWave(1);
    FakeApplication payments = begun(later, ASK, FakeHook.job(Phase.PRE_SYNC, "beside"));
    assertThat(message(payments)).endsWith("batch/Job/ask and 1 more hooks");
    payments.finishHook("beside", Outcome.SUCCEEDED, "");
    assertThat(message(payments)).endsWith("batch/Job/ask");
    payments.finishHook("ask", Outcome.SUCCEEDED, "");
    assertThat(message(payments)).endsWith("batch/Job/later");
    assertThatThrownBy(() -> payments.finishHook("ask", Outcome.FAILED, ""))
        .hasMessageContaining("ask");
  }

  @Test
  void aWaveOfObjectsWaitsUntilTheOneBeforeIsHealthy() throws Exception {
    FakeApplication payments = payments().inWave("ConfigMap", -1);
    sync("{}");
    payments.startOperation();
    assertThat(message(payments)).isEqualTo("waiting for healthy state of /ConfigMap/payments");
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.FINISHED);
    assertThat(lines(payments))
        .isEqualTo("payments ConfigMap Succeeded; payments Deployment Running;");
  }

  @Test
  void aTerminatedSyncDeletesTheHookThatRuns() throws Exception {
    FakeApplication payments = begun(ASK);
    write("DELETE", APPS + "/payments/operation?project=default", "");
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.FINISHED);
    assertThat(message(payments)).isEqualTo("Operation terminated");
    assertThat(state(payments).at("/syncResult/resources/0/message").asText())
        .isEqualTo("Terminated");
    assertThat(lines(payments)).isEqualTo("ask PreSync Failed;");
    assertThat(payments.json().at("/status/resources").size()).isEqualTo(2);
  }

  @Test
  void aPartialSyncRunsNoHooks() throws Exception {
    FakeApplication payments = payments().runsHooks(ASK);
    sync("{\"resources\":[{\"group\":\"apps\",\"kind\":\"Deployment\",\"name\":\"payments\"}]}");
    payments.startOperation().finishOperation(Outcome.SUCCEEDED, "");
    assertThat(lines(payments)).isEqualTo("payments Deployment Running;");
  }

  @Test
  void aSyncThatOnlyAppliesRunsNoHooks() throws Exception {
    FakeApplication payments = payments().runsHooks(ASK);
    sync("{\"strategy\":{\"apply\":{}}}");
    payments.startOperation().finishOperation(Outcome.SUCCEEDED, "");
    assertThat(lines(payments)).doesNotContain("ask");
    assertThat(phase(payments)).isEqualTo("Succeeded");
  }

  @Test
  void theNextTryRunsTheHooksAgain() throws Exception {
    FakeApplication payments = begun(ASK).failTryAndWaitForRetry("no");
    assertThat(lines(payments)).isEqualTo("ask PreSync Failed;");
    assertThat(payments.controllerStep()).isEqualTo(ControllerStep.RETRIED);
    assertThat(lines(payments)).isEqualTo("ask PreSync Running;");
  }

  @Test
  void theObjectOfAHookStaysUntilItsPolicySaysOtherwise() throws Exception {
    FakeApplication payments = begun(ASK, TELL.deleted(Deletion.SUCCEEDED));
    payments.finishOperation(Outcome.SUCCEEDED, "").reconcile();
    assertThat(payments.json().at("/status/resources").size()).isEqualTo(3);
    assertThat(payments.json().at("/status/resources/2/name").asText()).isEqualTo("ask");
    JsonNode managed = get(APPS + "/payments/managed-resources?project=default").json();
    assertThat(managed.path("items").size()).isEqualTo(2);
  }

  @Test
  void theAutopilotHasHooksSucceed() throws Exception {
    FakeApplication payments = payments().runsHooks(ASK, TELL);
    argo.autopilot();
    commitSecond();
    sync("{}");
    get(APPS + "/payments?project=default");
    assertThat(phase(payments)).isEqualTo("Succeeded");
    assertThat(lines(payments)).contains("ask PreSync Succeeded;", "tell PostSync Succeeded;");
  }
}
