package dev.gatehouse.argocd.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argocd.client.ApplicationQuery;
import dev.gatehouse.argocd.http.ArgoCdDialect;
import dev.gatehouse.argocd.model.ApplicationChange;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.Limits;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeArgoCd;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A stream of a server that behaves, and misbehaves, as Argo CD does. */
class FakeStreamTest {
  private static final Duration SOON = Duration.ofSeconds(20);
  private final FakeArgoCd argo = FakeArgoCd.start(SettableClock.onMonday());
  private final RecordingListener<ApplicationChange> listener = RecordingListener.ofApplications();

  @AfterEach
  void close() {
    argo.close();
  }

  private HttpTransport transport(Limits limits) {
    return HttpTransport.to(
        ApiServer.at(argo.uri())
            .allowPlainHttp()
            .credentials(Credentials.of(BearerToken.of(argo.adminToken())))
            .limits(limits)
            .build(),
        ArgoCdDialect.INSTANCE);
  }

  @Test
  void theFirstPictureComesAndThenTheChanges() throws ApiException {
    argo.addApplication(ApplicationSeed.named("shop"));
    try (HttpTransport transport = transport(Limits.standard())) {
      EventStream.applications(transport, ApplicationQuery.all(), listener);
      argo.streams().awaitOpen(1, SOON);
      argo.app("shop").health("Degraded", "crashed");
      argo.streams().keepAlive().cut();
      assertThat(listener.end().kind()).isEqualTo(StreamEnd.Kind.FINISHED);
    }
    assertThat(listener.told())
        .contains("opened", "ADDED shop", "MODIFIED shop", "alive")
        .endsWith("ended FINISHED");
  }

  @Test
  void aLostEventIsNotToldAndARepeatedOneTwice() throws ApiException {
    argo.addApplication(ApplicationSeed.named("shop"));
    ApplicationQuery whole = ApplicationQuery.all().withFields(List.of());
    try (HttpTransport transport = transport(Limits.standard())) {
      EventStream.applications(transport, whole, listener);
      argo.streams().awaitOpen(1, SOON).loseNextEvents(1);
      argo.app("shop").health("Degraded", "lost");
      argo.streams().repeatNextEvents(1);
      argo.app("shop").health("Healthy", "");
      argo.streams().cut();
      listener.end();
    }
    assertThat(listener.told())
        .filteredOn(told -> told.endsWith(" shop"))
        .containsExactly("ADDED shop", "MODIFIED shop", "MODIFIED shop");
  }

  @Test
  void anErrorInsideTheStreamHasItsKind() throws ApiException {
    try (HttpTransport transport = transport(Limits.standard())) {
      EventStream.applications(transport, ApplicationQuery.all(), listener);
      argo.streams().awaitOpen(1, SOON).failUnavailable("shutting down");
      assertThat(listener.end().failure().orElseThrow().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    }
  }

  @Test
  void aFrozenStreamEndsByItsSilence() throws ApiException {
    Limits limits = Limits.standard().withStreamSilence(Duration.ofMillis(300));
    try (HttpTransport transport = transport(limits)) {
      EventStream.applications(transport, ApplicationQuery.all(), listener);
      argo.streams().awaitOpen(1, SOON).freeze();
      assertThat(listener.end().failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMED_OUT);
    }
  }
}
