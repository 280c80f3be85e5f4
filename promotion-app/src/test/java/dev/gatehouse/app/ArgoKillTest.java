package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process is killed while it waits for Argo CD; another one continues. */
class ArgoKillTest {
  @TempDir Path folder;

  @Test
  @Timeout(300)
  void aWaitThatIsKilledGoesOnInTheNextProcessAndAsksForNothingTwice() throws Exception {
    try (ArgoDesk argo = ArgoDesk.furnished(folder)) {
      argo.argo().autopilot();
      argo.argo().app("checkout-eu-1").holdHealth("Progressing", "1 of 3 pods");
      assertThat(argo.desk().promote("production").code()).isZero();

      try (TypedProcess first = TypedProcess.start(folder, "run", "--watch", "--as=ci")) {
        first.lineWith("eu-1 shows Synced, Progressing");
        first.kill();
      }
      assertThat(argo.syncs("eu-1")).hasSize(1);
      assertThat(argo.syncs("us-1")).isEmpty();
      argo.argo().app("checkout-eu-1").health("Healthy", "");

      try (TypedProcess second = TypedProcess.start(folder, "run", "--watch", "--as=ci")) {
        second.lineWith("SUCCEEDED");
        assertThat(second.seen()).doesNotContain("eu-1 sync asked").contains("eu-1 live");
      }
      assertThat(argo.syncs("eu-1")).hasSize(1);
      assertThat(argo.syncs("us-1")).hasSize(1);
      assertThat(argo.desk().gatehouse("status", "checkout/production").out()).contains("DONE");
    }
  }
}
