package dev.gatehouse.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.change.Revision;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.stage.Target;
import dev.gatehouse.testkit.argo.ApplicationSeed;
import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import dev.gatehouse.testkit.contract.LiveStateReaderContractTest;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class ArgoLiveStateContractTest extends LiveStateReaderContractTest {
  private static final ArgoApplication AT_ONCE =
      new ArgoApplication(
          "shop",
          "default",
          Optional.empty(),
          ArgoApplication.Sync.AUTOMATIC,
          ArgoApplication.Newer.SAME_FOLDER,
          false,
          Duration.ZERO);
  private final ArgoFixture argo = new ArgoFixture();

  @BeforeEach
  void deploy() {
    argo.application(SyncMode.AUTOMATED);
    argo.server.autopilot();
    argo.server.newCommit(ApplicationSeed.REPOSITORY, "main", ArgoFixture.R.value(), "apps");
    argo.server.reconcile("shop");
  }

  @AfterEach
  void end() {
    argo.close();
  }

  @Override
  protected LiveStateReader reader() {
    return argo.process().liveStateReader();
  }

  @Override
  protected Target target() {
    return ArgoFixture.target(AT_ONCE);
  }

  @Override
  protected Revision live() {
    return ArgoFixture.R;
  }

  @Override
  protected void goDown() {
    argo.server.close();
  }
}
