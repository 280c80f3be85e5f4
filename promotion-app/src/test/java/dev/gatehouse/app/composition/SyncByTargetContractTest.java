package dev.gatehouse.app.composition;

import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.stage.ArgoApplication;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.ScriptedSyncer;
import dev.gatehouse.testkit.Targets;
import dev.gatehouse.testkit.contract.SyncerContractTest;
import java.time.Duration;

class SyncByTargetContractTest extends SyncerContractTest {
  private final ScriptedSyncer plane = new ScriptedSyncer();

  @Override
  protected Syncer syncer() {
    return new SyncByTarget(plane);
  }

  @Override
  protected Target target() {
    return Targets.target(
        "eu-1", "eu", ArgoApplication.of("shop", "default", ArgoApplication.Sync.REQUESTED));
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
