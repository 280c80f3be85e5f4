package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.argo.ApplicationSeed.SyncMode;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promotions through the whole command: rules, ledger, Git, and an Argo CD over HTTP. */
class ArgoPromotionTest {
  private static final List<String> TARGETS = List.of("eu-1", "us-1");

  @TempDir Path folder;
  private @Nullable ArgoDesk desk;

  @AfterEach
  void end() {
    if (desk != null) {
      desk.close();
    }
  }

  private ArgoDesk furnish(SyncMode mode, String sync) {
    ArgoDesk made = ArgoDesk.furnished(folder, mode);
    made.rule("sync: requested", "sync: " + sync);
    made.argo().autopilot();
    desk = made;
    return made;
  }

  @Test
  void aRequestedTargetIsSyncedByOneRequestThatNamesThePromotionAndItsCommit() {
    ArgoDesk argo = furnish(SyncMode.MANUAL, "requested");

    Desk.Answer answer = argo.desk().promote("production", "--wait");

    assertThat(answer.out()).contains("SUCCEEDED").contains("us-1 live");
    assertThat(answer.code()).isZero();
    String promotion = answer.out().lines().findFirst().orElseThrow();
    List<String> commits = argo.commits();
    for (String target : TARGETS) {
      assertThat(argo.syncs(target))
          .singleElement()
          .asString()
          .contains("\"gatehouse-promotion\"", "\"" + promotion + "/" + target + "\"")
          .containsAnyOf(commits.toArray(String[]::new));
    }
  }

  @Test
  void anAutomaticTargetIsNeverAskedToSync() {
    ArgoDesk argo = furnish(SyncMode.AUTOMATED, "automatic");

    Desk.Answer answer = argo.desk().promote("production", "--wait");

    assertThat(answer.out()).contains("SUCCEEDED");
    assertThat(answer.code()).isZero();
    assertThat(TARGETS).allSatisfy(target -> assertThat(argo.syncs(target)).isEmpty());
  }

  @Test
  void aPinnedTargetIsMovedToTheCommitAndSyncedOnce() {
    ArgoDesk argo = furnish(SyncMode.MANUAL, "pinned");
    argo.account().allow("applications", "update", "payments/*");

    Desk.Answer answer = argo.desk().promote("production", "--wait");

    assertThat(answer.out()).contains("SUCCEEDED");
    assertThat(answer.code()).isZero();
    for (String target : TARGETS) {
      assertThat(argo.syncs(target)).hasSize(1);
    }
    assertThat(argo.argo().requests())
        .filteredOn(request -> request.method().equals("PATCH"))
        .hasSize(2)
        .allMatch(request -> argo.commits().stream().anyMatch(request.body()::contains));
  }

  @Test
  void aPinnedTargetWithAutomaticSyncIsOnlyMoved() {
    ArgoDesk argo = furnish(SyncMode.AUTOMATED, "pinned");
    argo.account().allow("applications", "update", "payments/*");

    Desk.Answer answer = argo.desk().promote("production", "--wait");

    assertThat(answer.out()).contains("SUCCEEDED");
    assertThat(TARGETS).allSatisfy(target -> assertThat(argo.syncs(target)).isEmpty());
  }
}
