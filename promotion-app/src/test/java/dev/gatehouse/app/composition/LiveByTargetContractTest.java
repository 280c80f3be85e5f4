package dev.gatehouse.app.composition;

import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.stage.ArgoApplication;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.ScriptedLiveState;
import dev.gatehouse.testkit.Targets;
import dev.gatehouse.testkit.contract.LiveStateReaderContractTest;

class LiveByTargetContractTest extends LiveStateReaderContractTest {
  private static final Revision LIVE = new Revision("a".repeat(40));
  private final ScriptedLiveState plane = new ScriptedLiveState().onlyLive(LIVE);

  @Override
  protected LiveStateReader reader() {
    return new LiveByTarget(plane, new ScriptedLiveState(), Sights.NONE);
  }

  @Override
  protected Target target() {
    return Targets.target(
        "eu-1", "eu", ArgoApplication.of("shop", "default", ArgoApplication.Sync.REQUESTED));
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
