package dev.gatehouse.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.argo.FakeWindow;
import dev.gatehouse.testkit.contract.SyncerContractTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ArgoSyncerContractTest extends SyncerContractTest {
  private final ArgoFixture argo = new ArgoFixture();

  @BeforeEach
  void plant() {
    argo.application(SyncMode.MANUAL);
  }

  @AfterEach
  void end() {
    argo.close();
  }

  @Override
  protected Syncer syncer() {
    return argo.process().syncer();
  }

  @Override
  protected Target target() {
    return ArgoFixture.target(ArgoApplication.Sync.REQUESTED);
  }

  @Override
  protected Revision revision() {
    return ArgoFixture.R;
  }

  @Override
  protected int started() {
    return (int)
        argo.server.requests().stream()
            .filter(request -> request.line().startsWith("POST"))
            .filter(request -> request.line().contains("/sync"))
            .count();
  }

  @Override
  protected void closeWindow() {
    argo.server
        .project("default")
        .addWindow(FakeWindow.Kind.DENY, "0 * * * *", "1h", "*")
        .active(true);
  }

  @Override
  protected void goDown() {
    argo.server.close();
  }
}
