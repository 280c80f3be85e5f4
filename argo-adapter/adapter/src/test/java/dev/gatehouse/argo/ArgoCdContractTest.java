package dev.gatehouse.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.spi.ControlPlane;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.contract.ControlPlaneContractTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArgoCdContractTest extends ControlPlaneContractTest {
  private final ArgoFixture argo = new ArgoFixture();

  @AfterEach
  void end() {
    argo.close();
  }

  @Override
  protected ControlPlane controlPlane() {
    return argo.process();
  }

  @Override
  protected ControlPlaneSettings settings() {
    return new ArgoApplication(
        "checkout-eu-1",
        "payments",
        Optional.of("argocd-apps"),
        ArgoApplication.Sync.REQUESTED,
        ArgoApplication.Newer.SAME_FOLDER,
        true,
        Duration.ofSeconds(30));
  }

  /** The digest of the rules is in ledgers; this one is of the first version that had any. */
  @Test
  void aTargetHasTheDigestThatItHadWhenTheCoreKnewArgoCd() {
    Target target =
        new Target(
            new TargetName("eu-1"),
            new ShardName("eu"),
            new Repository("deploy", "https://git.example.org/deploy.git", "main"),
            "apps/eu-1",
            List.of(),
            1,
            Set.of("acme"),
            Optional.of(settings()));
    assertThat(new CanonicalDigest().add(target).hex())
        .isEqualTo("d09df0916892a2213f45b860ba7ece92d023b7e1de5c943f2ab61351656e377a");
  }
}
