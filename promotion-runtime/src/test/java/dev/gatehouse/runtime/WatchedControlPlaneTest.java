package dev.gatehouse.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Revision;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.spi.Delivery;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.testkit.ScriptedControlPlane;
import dev.gatehouse.testkit.Targets;
import dev.gatehouse.testkit.contract.ControlPlaneContractTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchedControlPlaneTest extends ControlPlaneContractTest {
  private static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");

  @Override
  protected ControlPlane controlPlane() {
    return new WatchedControlPlane(new ScriptedControlPlane(), ObservationListener.NONE);
  }

  @Override
  protected ControlPlaneSettings settings() {
    return new ScriptedControlPlane.Settings("shop");
  }

  @Test
  void whatTheControlPlaneShowsIsToldAtEachLookUntilItIsLive() {
    LiveState.Observed seen = new LiveState.Observed("OutOfSync", "Progressing", "Running");
    LiveState waiting =
        new LiveState(LiveState.Status.PROGRESSING, Optional.empty(), Optional.of(NOW));
    List<LiveState> answers =
        new ArrayList<>(List.of(waiting.observing(seen), waiting, LiveState.LIVE.observing(seen)));
    List<LiveState.Observed> told = new ArrayList<>();
    LiveStateReader reader =
        new WatchedControlPlane(
                new Answering((written, now) -> answers.remove(0)),
                (written, shown) -> told.add(shown))
            .liveStateReader();

    for (LiveState.Status status :
        List.of(
            LiveState.Status.PROGRESSING, LiveState.Status.PROGRESSING, LiveState.Status.LIVE)) {
      assertThat(reader.read(written(), NOW).status()).isEqualTo(status);
    }

    assertThat(told).containsExactly(seen);
  }

  private record Answering(LiveStateReader liveStateReader) implements ControlPlane {
    @Override
    public ControlPlaneKind kind() {
      return ScriptedControlPlane.KIND;
    }

    @Override
    public Delivery delivery() {
      return new Delivery.Follows(Syncer.NONE);
    }
  }

  private static WrittenRevision written() {
    return new WrittenRevision(
        new PromotionId("one"),
        Targets.target("eu-1", "eu", new ScriptedControlPlane.Settings("shop")),
        new Revision("a".repeat(40)),
        NOW);
  }
}
