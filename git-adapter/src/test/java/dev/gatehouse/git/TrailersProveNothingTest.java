package dev.gatehouse.git;

import static dev.gatehouse.git.RemoteFixture.kustomization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.git.remote.TransportPush;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteOutcome.Written;
import dev.gatehouse.spi.WriteRequest;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only a commit that an intent names is ours; anything else with our trailers holds. */
class TrailersProveNothingTest {
  private static final String ID = "shop-prod-0000000a";
  private static final String OTHER = "shop-prod-0000000b";
  @TempDir Path folder;
  private RemoteFixture remote;
  private final SharedStore store = new SharedStore();

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  private GitDesiredStateWriter writer(SharedStore with, Steps steps) {
    return new GitDesiredStateWriter(
        GitSettings.anonymous(remote.caches()), with.as("me", steps), new TransportPush());
  }

  private GitDesiredStateWriter writer() {
    return writer(store, Steps.NONE);
  }

  private void forge(String promotion, String target, String extra) throws IOException {
    remote.pull();
    remote.write("apps/c/note.yaml", "n: " + promotion + target + extra + "\n");
    remote.push(
        "Promote shop\n\nGatehouse-Promotion: "
            + promotion
            + "\nGatehouse-Target: "
            + target
            + "\n"
            + extra);
  }

  private String held(WriteOutcome outcome) throws IOException {
    WriteOutcome.Held held = (WriteOutcome.Held) outcome;
    assertThat(held.cause()).isEqualTo(WriteOutcome.Held.Cause.REFUSAL);
    assertThat(held.reason().code()).hasToString("git-foreign-work");
    assertThat(held.reason().where()).contains("branch main");
    assertThat(held.reason().steps())
        .extracting(NextStep::kind)
        .containsExactly(NextStep.Kind.WAIVE);
    return held.reason().what();
  }

  @Test
  void aForgedCommitIsNotTakenForOursAndHolds() throws IOException {
    WriteRequest request = remote.request(writer(), ID, "a", "v2");
    forge(ID, "a", "");
    String forged = remote.log("%H").lines().findFirst().orElseThrow();

    assertThat(held(writer().write(request))).contains(forged.substring(0, 7), "did not push it");
    assertThat(writer().find(request.promotion(), request.target())).isEmpty();
    assertThat(remote.show("apps/a/kustomization.yaml")).isEqualTo(kustomization("v1"));
    assertThat(remote.log("%H").lines().findFirst()).contains(forged);
  }

  @Test
  void aForgedCommitAfterACrashOfOursIsNotTakenForOurs() throws IOException {
    WriteRequest request = remote.request(writer(), ID, "a", "v2");
    Steps death =
        step -> {
          if (step == Step.INTENT_RECORDED) {
            throw new IllegalStateException("killed");
          }
        };
    assertThatThrownBy(() -> writer(store, death).write(request)).hasMessageContaining("killed");
    store.expire();
    forge(ID, "a", "Gatehouse-Plan: " + request.planHash() + "\nGatehouse-Epoch: 1\n");

    assertThat(held(writer().write(request))).contains("did not push it");
    assertThat(writer().find(request.promotion(), request.target())).isEmpty();
  }

  @Test
  void aForgedCommitWithTheWantedValueIsNotTheRevisionThatIsSynced() throws IOException {
    WriteRequest request = remote.request(writer(), ID, "a", "v2");
    remote.write("apps/a/kustomization.yaml", kustomization("v2"));
    remote.push("Promote shop\n\nGatehouse-Promotion: " + ID + "\nGatehouse-Target: a\n");

    held(writer().write(request));
  }

  @Test
  void aCherryPickOfOurCommitHoldsTheNextPromotion() throws IOException {
    WriteRequest first = remote.request(writer(), OTHER, "a", "v2");
    Written written = (Written) writer().write(first);
    remote.pull();
    remote.otherGit("revert", "--no-edit", written.revision().value());
    remote.otherGit("cherry-pick", written.revision().value());
    remote.otherGit("push", "-q", "origin", "HEAD:main");

    assertThat(held(writer().write(remote.request(writer(), ID, "a", "v3")))).contains(OTHER);
  }

  @Test
  void aForgedRevertDoesNotStopOurs() throws IOException {
    WriteRequest request = remote.request(writer(), ID, "a", "v2");
    Written written = (Written) writer().write(request);
    forge(ID, "a", "Gatehouse-Act: revert\n");

    assertThat(writer().revert(request, written.revision())).isInstanceOf(Written.class);
    assertThat(remote.show("apps/a/kustomization.yaml")).isEqualTo(kustomization("v1"));
  }

  @Test
  void workThatARestoredLedgerDoesNotKnowHoldsAndNothingOlderIsWritten() throws IOException {
    writer().write(remote.request(writer(), OTHER, "a", "v3"));
    GitDesiredStateWriter restored = writer(new SharedStore(), Steps.NONE);

    assertThat(held(restored.write(remote.request(restored, ID, "a", "v2"))))
        .contains(OTHER, "restored from a backup");
    assertThat(remote.show("apps/a/kustomization.yaml")).isEqualTo(kustomization("v3"));
  }

  @Test
  void afterAPersonAcceptedTheBranchOnceTheRestoredLedgerIsBackInStep() throws IOException {
    writer().write(remote.request(writer(), OTHER, "a", "v3"));
    SharedStore backup = new SharedStore();
    GitDesiredStateWriter restored = writer(backup, Steps.NONE);
    WriteRequest request = remote.request(restored, ID, "a", "v2").acceptingBranch(true);

    assertThat(restored.write(request)).isInstanceOf(Written.class);
    assertThat(restored.write(remote.request(restored, "shop-prod-0000000c", "a", "v4")))
        .isInstanceOf(Written.class);
  }

  @Test
  void commitsOfAnotherApplicationOrTargetHoldNothing() throws IOException {
    forge("other-prod-0000000d", "a", "");
    forge("shop-prod-eu-0000000d", "a", "");
    forge(OTHER, "b", "");
    forge("No Such Name", "a", "");

    assertThat(writer().write(remote.request(writer(), ID, "a", "v2"))).isInstanceOf(Written.class);
  }
}
