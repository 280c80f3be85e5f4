package dev.gatehouse.testkit;

import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.contract.SyncerContractTest;
import java.time.Duration;

class ScriptedSyncerTest extends SyncerContractTest {
  private final ScriptedSyncer plane = new ScriptedSyncer();

  @Override
  protected Syncer syncer() {
    return plane;
  }

  @Override
  protected Target target() {
    return Targets.target("eu-1", "eu");
  }

  @Override
  protected Revision revision() {
    return new Revision("a".repeat(40));
  }

  @Override
  protected int started() {
    return plane.started().size();
  }

  @Override
  protected void closeWindow() {
    plane.closedUntil("eu-1", NOW.plus(Duration.ofHours(1)));
  }

  @Override
  protected void goDown() {
    plane.down(true);
  }
}
