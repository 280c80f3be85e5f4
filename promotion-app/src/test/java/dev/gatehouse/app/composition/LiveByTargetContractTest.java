package dev.gatehouse.app.composition;

import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.stage.ArgoApplication;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.ScriptedLiveState;
import dev.gatehouse.testkit.contract.LiveStateReaderContractTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class LiveByTargetContractTest extends LiveStateReaderContractTest {
  private static final Revision LIVE = new Revision("a".repeat(40));
  private final ScriptedLiveState plane = new ScriptedLiveState().onlyLive(LIVE);

  @Override
  protected LiveStateReader reader() {
    return new LiveByTarget(plane, new ScriptedLiveState());
  }

  @Override
  protected Target target() {
    return new Target(
        new TargetName("eu-1"),
        new ShardName("eu"),
        new Repository("desired", "memory:desired", "main"),
        "eu-1",
        List.of(),
        0,
        Set.of(),
        Optional.of(ArgoApplication.of("shop", "default", ArgoApplication.Sync.REQUESTED)));
  }

  @Override
  protected Revision live() {
    return LIVE;
  }

  @Override
  protected void goDown() {
    plane.answer("eu-1", LiveState.Status.UNKNOWN);
  }
}
