package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.watch.WatchSettings;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.change.Revision;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.Ancestry;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A revision is made live on a real server and known to be; the environment variables are those of
 * {@code RealArgoCdClientTest}.
 */
class RealArgoCdPortsTest {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private final Semaphore hints = new Semaphore(0);
  private ApiServer server = ApiServer.at(URI.create("https://nowhere.invalid")).build();
  private ApplicationRef ref = ApplicationRef.of("none", "none");

  @BeforeEach
  void aServerIsNamed() {
    Optional<String> url = given("GATEHOUSE_ARGOCD_URL");
    Optional<String> token = given("GATEHOUSE_ARGOCD_TOKEN");
    Assumptions.assumeTrue(
        url.isPresent() && token.isPresent(),
        "SKIPPED: no real Argo CD; set GATEHOUSE_ARGOCD_URL and GATEHOUSE_ARGOCD_TOKEN to test against one");
    ApiServer.Builder builder =
        ApiServer.at(URI.create(url.orElseThrow()))
            .credentials(Credentials.of(BearerToken.of(token.orElseThrow())));
    server = (url.get().startsWith("http:") ? builder.allowPlainHttp() : builder).build();
    String[] parts =
        given("GATEHOUSE_ARGOCD_APPLICATION").orElse("default/gatehouse-contract").split("/", 2);
    ref = ApplicationRef.of(parts[1], parts[0]);
  }

  private static Optional<String> given(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }

  @AfterEach
  void clearHints() {
    hints.drainPermits();
  }

  @Test
  void aRevisionIsSyncedOnceBecomesLiveAndAnotherProcessAsksForNothing() throws Exception {
    Application before = application();
    WrittenRevision written = written(before);
    try (ArgoCd process = process()) {
      assertThat(process.syncer().sync(written, Instant.now())).isEqualTo(new SyncOutcome.Asked());
      LiveState state = untilLive(process, written);
      assertThat(state).isEqualTo(LiveState.LIVE);
    }
    Optional<Instant> started =
        application().status().operationState().flatMap(state -> state.startedAt());
    try (ArgoCd another = process()) {
      assertThat(another.syncer().sync(written, Instant.now())).isEqualTo(new SyncOutcome.Asked());
    }
    assertThat(application().status().operationState().flatMap(state -> state.startedAt()))
        .isEqualTo(started);
  }

  private Application application() throws Exception {
    try (ArgoCdClient client = ArgoCdClient.to(server)) {
      return client.applications().get(ref);
    }
  }

  private ArgoCd process() {
    Ancestry nothingNewer = (target, live, promoted) -> Ancestry.Relation.UNRELATED;
    return new ArgoCd(
        Map.of(ArgoFixture.EU, server),
        nothingNewer,
        ArgoFixture.NO_CRONS,
        written -> hints.release(),
        WatchSettings.DEFAULT);
  }

  /** Looks when the watch says so, or when the reader asked to look again. */
  private LiveState untilLive(ArgoCd process, WrittenRevision written) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    LiveState state = process.liveStateReader().read(written, Instant.now());
    dev.gatehouse.spi.LiveStateReader reader = process.liveStateReader();
    while (state.status() != LiveState.Status.LIVE && Instant.now().isBefore(end)) {
      Instant again = state.recheckAt().orElse(end);
      long millis = Math.max(1, Duration.between(Instant.now(), again).toMillis());
      if (hints.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        hints.drainPermits();
      }
      state = reader.read(written, Instant.now());
    }
    return state;
  }

  private WrittenRevision written(Application application) {
    String url = application.spec().allSources().get(0).repoUrl();
    String revision = application.status().sync().allRevisions().get(0);
    Target target =
        new Target(
            new TargetName("real"),
            ArgoFixture.EU,
            new Repository("real", url, "main"),
            application.spec().allSources().get(0).path().orElse(""),
            List.of(),
            0,
            Set.of(),
            Optional.of(settled()));
    return new WrittenRevision(
        new PromotionId("real-" + UUID.randomUUID()),
        target,
        new Revision(revision),
        Instant.now());
  }

  private ArgoApplication settled() {
    return new ArgoApplication(
        ref.name(),
        ref.project(),
        Optional.empty(),
        ArgoApplication.Sync.REQUESTED,
        ArgoApplication.Newer.REFUSED,
        false,
        Duration.ofSeconds(2));
  }
}
