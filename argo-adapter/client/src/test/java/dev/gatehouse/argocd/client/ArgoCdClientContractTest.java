package dev.gatehouse.argocd.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.argocd.model.PhaseCode;
import dev.gatehouse.argocd.model.ResourceRef;
import dev.gatehouse.argocd.model.ResourceStatus;
import dev.gatehouse.argocd.model.SyncRequest;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.FailureKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the client relies on, whoever the server is. It changes nothing that was not so before: it
 * syncs an application that is synced by hand to the revision it has.
 */
abstract class ArgoCdClientContractTest {
  private Optional<ArgoCdClient> open = Optional.empty();

  /** The server with a token that may read, refresh and sync the application. */
  abstract ApiServer.Builder server();

  /** An application that exists, is synced by hand and is not busy. */
  abstract ApplicationRef application();

  private ArgoCdClient client() {
    if (open.isEmpty()) {
      open = Optional.of(ArgoCdClient.to(server().build()));
    }
    return open.get();
  }

  @AfterEach
  void closeClient() {
    open.ifPresent(ArgoCdClient::close);
  }

  private static void assertFailure(ThrowingCallable call, FailureKind... kinds) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ApiException.class,
            e -> assertThat(e.kind()).as(e.getMessage()).isIn((Object[]) kinds));
  }

  @Test
  void theServerSaysItsVersionAndWhoWeAre() throws ApiException {
    assertThat(client().version().version()).isNotBlank();
    assertThat(client().session().userInfo().loggedIn()).isTrue();
    client().settings();
  }

  @Test
  void aVoidTokenIsUnauthenticated() {
    Credentials made = Credentials.of(BearerToken.of("eyJhbGciOiJIUzI1NiJ9.e30.AAAA"));
    try (ArgoCdClient stranger = ArgoCdClient.to(server().credentials(made).build())) {
      assertFailure(() -> stranger.applications().get(application()), FailureKind.UNAUTHENTICATED);
    }
  }

  @Test
  void anApplicationIsReadWithItsStatus() throws ApiException {
    Application found = client().applications().get(application());
    assertThat(found.ref().name()).isEqualTo(application().name());
    assertThat(found.ref().project()).isEqualTo(application().project());
    assertThat(found.status().reconciledAt()).isPresent();
    assertThat(found.status().sync().allRevisions()).isNotEmpty();
  }

  @Test
  void aMissingApplicationIsNotFoundWhenTheProjectIsSent() {
    ApplicationRef missing = ApplicationRef.of("no-such-application", application().project());
    assertFailure(() -> client().applications().get(missing), FailureKind.NOT_FOUND);
  }

  @Test
  void anApplicationOfAnotherProjectIsNotFound() {
    ApplicationRef elsewhere = ApplicationRef.of(application().name(), "no-such-project");
    assertFailure(() -> client().applications().get(elsewhere), FailureKind.NOT_FOUND);
  }

  @Test
  void theListHasTheFieldsThatWereAskedForAndAgreesWithTheApplication() throws ApiException {
    ApplicationQuery query = ApplicationQuery.all().inProjects(List.of(application().project()));
    List<Application> listed = new ArrayList<>();
    String version = client().applications().list(query, listed::add);
    Application one =
        listed.stream()
            .filter(each -> each.metadata().name().equals(application().name()))
            .findFirst()
            .orElseThrow();
    Application whole = client().applications().get(application());
    assertThat(one.spec().allSources()).isEqualTo(whole.spec().allSources());
    assertThat(one.status().health().status()).isEqualTo(whole.status().health().status());
    assertThat(one.status().history()).isEmpty();
    assertThat(version).isNotBlank();
  }

  @Test
  void aSelectorThatFitsNothingGivesAnEmptyList() throws ApiException {
    ApplicationQuery none = ApplicationQuery.all().withSelector("gatehouse.dev/no-such=label");
    assertThat(client().applications().list(none).items()).isEmpty();
  }

  @Test
  void aRefreshIsDoneWhenItIsAnswered() throws ApiException {
    Application fresh =
        client().applications().refresh(application(), RefreshKind.NORMAL, Duration.ofSeconds(60));
    assertThat(fresh.awaitsRefresh()).isFalse();
  }

  @Test
  void aSyncIsAcceptedAndEndsWithOurNoteOnIt() throws ApiException {
    String note = UUID.randomUUID().toString();
    Application before = client().applications().get(application());
    SyncRequest.Builder request = SyncRequest.builder().info("gatehouse-contract", note);
    List<String> revisions = before.status().sync().allRevisions();
    if (before.spec().isMultiSource()) {
      for (int i = 0; i < revisions.size(); i++) {
        request.revision(i + 1, revisions.get(i));
      }
    } else {
      request.revision(revisions.get(0));
    }
    client().applications().sync(application(), request.build());
    OperationState ended = SyncWatch.untilEnd(client(), application(), note);
    assertThat(ended.code()).isEqualTo(PhaseCode.SUCCEEDED);
    assertThat(ended.syncResult().orElseThrow().allRevisions()).isEqualTo(revisions);
  }

  @Test
  void aTerminationWithNothingToTerminateIsRefused() {
    assertFailure(
        () -> client().applications().terminate(application()),
        FailureKind.INVALID,
        FailureKind.PRECONDITION);
  }

  @Test
  void aTargetRevisionThatIsNotTheExpectedOneStays() throws ApiException {
    Application before = client().applications().get(application());
    RevisionPatch patch =
        before.spec().isMultiSource()
            ? RevisionPatch.ofSource(0, "never-was", "never-shall-be")
            : RevisionPatch.single("never-was", "never-shall-be");
    assertFailure(
        () -> client().applications().patchTargetRevision(application(), patch),
        FailureKind.CONFLICT);
    assertThat(client().applications().get(application()).spec()).isEqualTo(before.spec());
  }

  @Test
  void whatSurroundsAnApplicationIsReadable() throws ApiException {
    ApplicationDetails details = client().details();
    assertThat(details.resourceTree(application()).nodes()).isNotNull();
    assertThat(details.managedResources(application())).isNotNull();
    assertThat(details.events(application())).isNotNull();
    assertThat(details.syncWindows(application())).isNotNull();
  }

  @Test
  void aDefinitionIsReadWithEveryField() throws ApiException {
    WholeObject whole = client().definitions().get(application());
    assertThat(whole.at("/metadata/name")).contains(application().name());
    assertThat(whole.at("/metadata/resourceVersion")).isPresent();
    assertThat(whole.at("/spec/project")).contains(application().project());
  }

  @Test
  void manifestsObjectsAndLinksAreReadable() throws ApiException {
    assertThat(client().details().manifests(application(), ManifestQuery.target()))
        .isNotEmpty()
        .allSatisfy(text -> assertThat(WholeObject.parse(text).at("/kind")).isPresent());
    ResourceStatus object = client().applications().get(application()).status().resources().get(0);
    ResourceRef ref =
        new ResourceRef(object.group(), object.kind(), object.namespace(), object.name());
    String live = client().details().liveObject(application(), ref, object.version());
    assertThat(WholeObject.parse(live).at("/metadata/name")).contains(object.name());
    assertThat(client().details().links(application())).isNotNull();
  }

  @Test
  void anObjectThatTheApplicationDoesNotHaveIsInvalid() {
    ResourceRef absent = new ResourceRef("", "ConfigMap", "default", "no-such-object");
    assertFailure(
        () -> client().details().liveObject(application(), absent, "v1"), FailureKind.INVALID);
  }

  @Test
  void logsAreReadWithTheRightAndRefusedWithoutIt() throws ApiException {
    LogQuery last = LogQuery.builder().tail(1).build();
    if (client().account().canI("logs", "get", application().toString())) {
      assertThat(client().logs().read(application(), last)).isNotNull();
    } else {
      assertFailure(() -> client().logs().read(application(), last), FailureKind.FORBIDDEN);
    }
  }

  @Test
  void theLogOfAMissingApplicationIsNotFound() {
    ApplicationRef missing = ApplicationRef.of("no-such-application", application().project());
    assertFailure(() -> client().logs().read(missing, LogQuery.all()), FailureKind.NOT_FOUND);
  }

  @Test
  void projectsClustersAndSetsAreReadable() throws ApiException {
    assertThat(client().projects().list())
        .extracting(project -> project.metadata().name())
        .contains(application().project());
    client().projects().windows(application().project());
    client().projects().activeWindows(application().project());
    assertThat(client().projects().detailed(application().project()).project().metadata().name())
        .isEqualTo(application().project());
    assertThat(client().projects().events(application().project())).isNotNull();
    assertThat(client().projects().links(application().project())).isNotNull();
    assertThat(client().clusters().list()).isNotNull();
    assertThat(client().applicationSets().list(ApplicationSetQuery.all())).isNotNull();
  }

  @Test
  void ourRightsAreKnownBeforehand() throws ApiException {
    assertThat(client().account().canI("applications", "sync", application().toString())).isTrue();
  }
}
