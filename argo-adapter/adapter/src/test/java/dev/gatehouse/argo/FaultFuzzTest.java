package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.http.Limits;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveState.Status;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.FakeApplication;
import dev.gatehouse.testkit.argo.FakeApplication.Outcome;
import dev.gatehouse.testkit.argo.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * R7: truncated, slow and malformed answers end in a clear reason and never in "live"; when they
 * stop, the promotion is live soon and was synced once.
 */
class FaultFuzzTest {
  private static final int SEEDS = 60;
  private static final int LOOKS_TO_CONVERGE = 6;
  private static final Limits SHORT =
      Limits.standard()
          .withDeadline(Duration.ofMillis(500))
          .withBytes(64 * 1024, 1024 * 1024, 64 * 1024);

  private static final List<Fault> FAULTS =
      List.of(
          Fault.truncated(),
          Fault.garbage(),
          Fault.stalled(),
          Fault.noAnswer(),
          Fault.notHttp(),
          Fault.huge(200_000),
          Fault.reset(),
          Fault.answerLost(),
          Fault.proxyPage(200),
          Fault.proxyPage(502),
          Fault.internalError("nil pointer"),
          Fault.unavailable("restarting"),
          Fault.rateLimited(Duration.ofSeconds(1)));

  /** What happens to the application, in this order. */
  private static final List<Consumer<FakeApplication>> LIFE =
      List.of(
          FakeApplication::startOperation,
          app -> app.failTryAndWaitForRetry("conflict"),
          FakeApplication::controllerStep,
          app -> app.health("Progressing", "rolling out"),
          app -> app.finishOperation(Outcome.SUCCEEDED, ""),
          FakeApplication::reconcile,
          app -> app.health("Healthy", ""));

  private final ArgoFixture argo = new ArgoFixture();
  private int faults;
  private int reads;

  @AfterEach
  void end() {
    argo.close();
  }

  @Test
  void noFaultIsTakenForLiveAndNoneMakesASecondSync() {
    ArgoCd process = argo.process(ArgoFixture.NO_CRONS, argo.server.adminToken(), SHORT);
    for (int seed = 0; seed < SEEDS; seed++) {
      promotion(process, seed);
    }
    System.out.printf(
        "R7: %d promotions, %d faults, %d reads: never live by fault, 0 synced twice, all live"
            + " at the end%n",
        SEEDS, faults, reads);
    assertThat(faults).isGreaterThan(SEEDS);
  }

  private void promotion(ArgoCd process, int seed) {
    Random random = new Random(seed);
    String name = "app-" + seed;
    FakeApplication app =
        argo.server.addApplication(
            ApplicationSeed.named(name).from(ApplicationSeed.REPOSITORY, "apps", name));
    argo.server.newCommit(ApplicationSeed.REPOSITORY, name, ArgoFixture.R.value(), "apps");
    WrittenRevision written = argo.written(ArgoFixture.target(rules(name)));
    askUntilAccepted(process, written, random, name);
    for (Consumer<FakeApplication> next : LIFE) {
      spoil(random, "GET /api/v1/applications/" + name);
      look(process, written, app);
      next.accept(app);
      argo.clock.advance(Duration.ofSeconds(1 + random.nextInt(3)));
      look(process, written, app);
    }
    app.reconcile();
    LiveState last = look(process, written, app);
    for (int i = 0; i < LOOKS_TO_CONVERGE && last.status() != Status.LIVE; i++) {
      argo.clock.advance(Duration.ofSeconds(3));
      last = look(process, written, app);
    }
    assertThat(last).as("seed %d", seed).isEqualTo(LiveState.LIVE);
    assertThat(argo.requests("POST /api/v1/applications/" + name + "/sync"))
        .as("seed %d", seed)
        .isOne();
    argo.server.forgetRequests();
  }

  private static ArgoApplication rules(String name) {
    return new ArgoApplication(
        name,
        "default",
        Optional.empty(),
        ArgoApplication.Sync.REQUESTED,
        ArgoApplication.Newer.REFUSED,
        false,
        Duration.ofSeconds(2));
  }

  /** Faults before the request is carried out would make it right to send it again. */
  private void askUntilAccepted(
      ArgoCd process, WrittenRevision written, Random random, String name) {
    List<Fault> afterwards = List.of(Fault.answerLost(), Fault.truncated(), Fault.stalled());
    if (random.nextBoolean()) {
      faults++;
      Fault fault = afterwards.get(random.nextInt(afterwards.size()));
      argo.server.failNext(1, "POST /api/v1/applications/" + name, fault);
    }
    SyncOutcome outcome = new SyncOutcome.NotNeeded();
    for (int i = 0; i < 10 && !(outcome instanceof SyncOutcome.Asked); i++) {
      spoil(random, "GET /api/v1/applications/" + name);
      outcome = process.syncer().sync(written, argo.now());
      if (outcome instanceof SyncOutcome.Later later) {
        assertThat(later.reason().next()).isNotBlank();
        assertThat(later.recheckAt()).isAfter(argo.now());
      }
      argo.clock.advance(Duration.ofSeconds(2));
    }
    assertThat(outcome).isEqualTo(new SyncOutcome.Asked());
  }

  private void spoil(Random random, String request) {
    if (random.nextInt(3) == 0) {
      faults++;
      argo.server.failNext(1, request, FAULTS.get(random.nextInt(FAULTS.size())));
    }
  }

  private LiveState look(ArgoCd process, WrittenRevision written, FakeApplication app) {
    reads++;
    LiveState state = process.liveStateReader().read(written, argo.now());
    if (state.status() == Status.LIVE) {
      ObjectNode truth = app.json();
      assertThat(truth.at("/status/sync/status").asText()).isEqualTo("Synced");
      assertThat(truth.at("/status/sync/revision").asText()).isEqualTo(ArgoFixture.R.value());
      assertThat(truth.at("/status/health/status").asText()).isEqualTo("Healthy");
      assertThat(truth.at("/status/operationState/phase").asText()).isEqualTo("Succeeded");
      assertThat(truth.has("operation")).isFalse();
    } else {
      assertThat(state.reason().orElseThrow().next()).isNotBlank();
      assertThat(state.recheckAt().orElseThrow()).isAfter(argo.now());
    }
    return state;
  }
}
