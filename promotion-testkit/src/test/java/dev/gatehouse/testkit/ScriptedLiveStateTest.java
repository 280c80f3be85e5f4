package dev.gatehouse.testkit;

import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.contract.LiveStateReaderContractTest;

class ScriptedLiveStateTest extends LiveStateReaderContractTest {
  private static final Revision LIVE = new Revision("a".repeat(40));
  private final ScriptedLiveState plane = new ScriptedLiveState().onlyLive(LIVE);

  @Override
  protected LiveStateReader reader() {
    return plane;
  }

  @Override
  protected Target target() {
    return Targets.target("eu-1", "eu");
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
