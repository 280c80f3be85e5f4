package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
  @TempDir Path folder;

  @Test
  void theEditsNameTheFileThatIsWrittenNotTheOneThatFollowsFromIt() {
    String plan =
        Desk.furnished(folder)
            .gatehouse("plan", "checkout", "--to", "dev", "--artifact", Desk.IMAGE)
            .out();

    String edits = plan.substring(plan.indexOf("  edits "), plan.indexOf("  waves "));
    assertThat(edits)
        .contains("apps/checkout/dev/kustomization.yaml")
        .contains("Deployment")
        .contains("-> sha256:bbbbbbbbbbbb")
        .doesNotContain("deployment.yaml");
  }
}
