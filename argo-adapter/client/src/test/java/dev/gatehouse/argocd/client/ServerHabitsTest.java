package dev.gatehouse.argocd.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.argocd.model.SyncRequest;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiFailure;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.RetryPolicy;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeAccount;
import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import dev.gatehouse.testkit.argo.FakeWindow;
import dev.gatehouse.testkit.argo.SeenRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client must know of the habits of an Argo CD server; docs/reference/argo-cd-traps.md. */
class ServerHabitsTest {
  private static final ApplicationRef SHOP = ApplicationRef.of("shop", "default");
  private static final String COMMIT = "a1".repeat(20);
  private final FakeArgoCd argo = FakeArgoCd.start(SettableClock.onMonday());
  private final List<ArgoCdClient> open = new ArrayList<>();
  private final ArgoCdClient client = client(argo.adminToken());
  private FakeApplication shop;

  @BeforeEach
  void plant() {
    argo.newCommit(ApplicationSeed.REPOSITORY, "main", COMMIT);
    shop = argo.addApplication(ApplicationSeed.named("shop"));
  }

  @AfterEach
  void close() {
    open.forEach(ArgoCdClient::close);
    argo.close();
  }

  private ArgoCdClient client(String token) {
    ApiServer server =
        ApiServer.at(argo.uri())
            .allowPlainHttp()
            .retry(RetryPolicy.never())
            .credentials(Credentials.of(BearerToken.of(token)))
            .build();
    ArgoCdClient made = ArgoCdClient.to(server);
    open.add(made);
    return made;
  }

  private static void refused(ThrowingCallable call, FailureKind kind) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> {
              ApiFailure failure = e.failure();
              assertThat(failure.kind()).as(e.getMessage()).isEqualTo(kind);
              assertThat(failure.leavesDoubt()).isFalse();
            });
  }

  private Application sync() throws ApiException {
    return client.applications().sync(SHOP, SyncRequest.to(COMMIT).build());
  }

  private OperationState state() throws ApiException {
    return client.applications().get(SHOP).status().operationState().orElseThrow();
  }

  @Test
  void anAcceptedSyncIsNotDoneAndTakesTheLastStateAway() throws ApiException {
    sync();
    shop.startOperation().finishOperation(Outcome.SUCCEEDED, "").reconcile();
    assertThat(state().code().isTerminal()).isTrue();
    Application accepted = sync();
    assertThat(accepted.operation()).isPresent();
    assertThat(accepted.status().operationState()).isEmpty();
    Application read = client.applications().get(SHOP);
    assertThat(read.operation()).isPresent();
    assertThat(read.status().operationState()).isEmpty();
  }

  @Test
  void aFailedTryThatIsTriedAgainIsNotTheEndThoughItHasOne() throws ApiException {
    sync();
    shop.startOperation().failTryAndWaitForRetry("one or more objects failed to apply");
    OperationState waiting = state();
    assertThat(waiting.finishedAt()).isPresent();
    assertThat(waiting.waitsForRetry()).isTrue();
    assertThat(waiting.code().isTerminal()).isFalse();
    assertThat(client.applications().get(SHOP).operation()).isPresent();
  }

  @Test
  void anEndWithoutAResultIsSeenAsThat() throws ApiException {
    sync();
    shop.startOperation().succeedWithoutResult();
    assertThat(state().syncResult()).isEmpty();
  }

  @Test
  void aSecondSyncIsToldFromOtherPreconditions() throws ApiException {
    sync();
    refused(this::sync, FailureKind.ANOTHER_OPERATION);
  }

  @Test
  void aClosedWindowIsNotAMissingRight() {
    FakeAccount reader = argo.access().account("reader").allow("applications", "get", "*/*");
    ArgoCdClient stranger = client(reader.token());
    refused(
        () -> stranger.applications().sync(SHOP, SyncRequest.to(COMMIT).build()),
        FailureKind.FORBIDDEN);
    argo.project("default").addWindow(FakeWindow.Kind.DENY, "0 0 * * *", "1h", "*").active(true);
    refused(this::sync, FailureKind.BLOCKED_BY_WINDOW);
  }

  @Test
  void aRefreshThatNobodyAnswersEndsAtItsDeadlineAndIsAskedOnce() throws ApiException {
    argo.forgetRequests();
    assertThatThrownBy(
            () -> client.applications().refresh(SHOP, RefreshKind.NORMAL, Duration.ofMillis(300)))
        .isInstanceOfSatisfying(
            ApiException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.TIMED_OUT));
    assertThat(argo.requests()).hasSize(1);
    assertThat(client.applications().get(SHOP).awaitsRefresh()).isTrue();
  }

  @Test
  void onlyARefreshRefreshesAndOnlyByTheTwoWordsThatTheServerKnows() throws ApiException {
    argo.forgetRequests();
    client.applications().get(SHOP);
    client.applications().list(ApplicationQuery.all());
    client.definitions().get(SHOP);
    client.details().resourceTree(SHOP);
    assertThat(argo.requests()).extracting(SeenRequest::line).noneMatch(l -> l.contains("refresh"));
    assertThat(RefreshKind.values())
        .extracting(RefreshKind::word)
        .containsExactly("normal", "hard");
  }

  @Test
  void aListOfThousandsIsOneRequestForThereAreNoPages() throws ApiException {
    argo.addApplications(3_000, number -> ApplicationSeed.named("app-" + number));
    argo.forgetRequests();
    int[] seen = {0};
    client.applications().list(ApplicationQuery.all(), each -> seen[0]++);
    assertThat(seen[0]).isEqualTo(3_001);
    assertThat(argo.requests()).hasSize(1);
    assertThat(argo.requests().get(0).query())
        .contains("fields=")
        .doesNotContain("limit")
        .doesNotContain("continue");
  }

  @Test
  void theHealthOfObjectsIsInASingleReadAndInNoList() throws ApiException {
    sync();
    shop.startOperation().finishOperation(Outcome.SUCCEEDED, "").reconcile();
    ApplicationQuery query = ApplicationQuery.all().withFields(List.of("status.resources"));
    Application listed = client.applications().list(query).items().get(0);
    assertThat(listed.status().resources()).isNotEmpty().allMatch(r -> r.health().isEmpty());
    assertThat(client.applications().get(SHOP).status().resources())
        .anyMatch(resource -> resource.health().isPresent());
  }

  @Test
  void theFieldThatShowsSomethingElseIsNotAskedFor() {
    assertThatThrownBy(
            () ->
                ApplicationQuery.all().withFields(List.of("status.operationState.operation.sync")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("read the application alone");
  }

  @Test
  void everyWriteHasTheOneContentTypeThatIsTaken() throws ApiException {
    WholeObject other =
        client
            .definitions()
            .get(SHOP)
            .with("/metadata/name", "other")
            .with("/spec/source/targetRevision", COMMIT);
    ApplicationRef ref = ApplicationRef.of("other", "default");
    client.definitions().create(other);
    client.definitions().create(other, true, Validation.ON);
    client.definitions().replace(ref, other, Validation.ON);
    client.definitions().replaceSpec(ref, spec(), Validation.ON);
    client.applications().patchTargetRevision(ref, RevisionPatch.single("main", COMMIT));
    client.applications().sync(ref, SyncRequest.to(COMMIT).build());
    argo.app("other").startOperation();
    client.applications().terminate(ref);
    client.definitions().delete(ref, Deletion.leavingObjects());
    ResourceRef object = new ResourceRef("apps", "Deployment", "default", "shop");
    client.details().runAction(SHOP, object, "v1", "restart", Map.of());
    client.projects().replace("default", client.projects().whole("default"));
    List<SeenRequest> writes =
        argo.requests().stream().filter(request -> !request.method().equals("GET")).toList();
    assertThat(writes)
        .hasSize(10)
        .extracting(request -> request.header("content-type"))
        .containsOnly(Optional.of("application/json"));
  }

  private static WholeObject spec() {
    return WholeObject.parse(
        "{\"project\":\"default\",\"source\":{\"repoURL\":\"%s\",\"path\":\"apps\",\"targetRevision\":\"main\"}}"
            .formatted(ApplicationSeed.REPOSITORY));
  }
}
