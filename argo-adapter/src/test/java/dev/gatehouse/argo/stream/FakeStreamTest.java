package dev.gatehouse.argo.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argo.client.ApplicationQuery;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdServer;
import dev.gatehouse.argo.http.ArgoCdToken;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.http.Credentials;
import dev.gatehouse.argo.http.FailureKind;
import dev.gatehouse.argo.http.Limits;
import dev.gatehouse.argo.model.ApplicationChange;
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

  private ArgoCdTransport transport(Limits limits) {
    return ArgoCdTransport.to(
        ArgoCdServer.at(argo.uri())
            .allowPlainHttp()
            .credentials(Credentials.of(ArgoCdToken.of(argo.adminToken())))
            .limits(limits)
            .build());
  }

  @Test
  void theFirstPictureComesAndThenTheChanges() throws ArgoCdException {
    argo.addApplication(ApplicationSeed.named("shop"));
    try (ArgoCdTransport transport = transport(Limits.standard())) {
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
  void aLostEventIsNotToldAndARepeatedOneTwice() throws ArgoCdException {
    argo.addApplication(ApplicationSeed.named("shop"));
    ApplicationQuery whole = ApplicationQuery.all().withFields(List.of());
    try (ArgoCdTransport transport = transport(Limits.standard())) {
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
  void anErrorInsideTheStreamHasItsKind() throws ArgoCdException {
    try (ArgoCdTransport transport = transport(Limits.standard())) {
      EventStream.applications(transport, ApplicationQuery.all(), listener);
      argo.streams().awaitOpen(1, SOON).failUnavailable("shutting down");
      assertThat(listener.end().failure().orElseThrow().kind()).isEqualTo(FailureKind.UNAVAILABLE);
    }
  }

  @Test
  void aFrozenStreamEndsByItsSilence() throws ArgoCdException {
    Limits limits = Limits.standard().withStreamSilence(Duration.ofMillis(300));
    try (ArgoCdTransport transport = transport(limits)) {
      EventStream.applications(transport, ApplicationQuery.all(), listener);
      argo.streams().awaitOpen(1, SOON).freeze();
      assertThat(listener.end().failure().orElseThrow().kind()).isEqualTo(FailureKind.TIMED_OUT);
    }
  }
}
