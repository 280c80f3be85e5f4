package dev.gatehouse.git;

import static dev.gatehouse.git.RemoteFixture.kustomization;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.git.commit.Signer;
import dev.gatehouse.git.commit.SigningProgram;
import dev.gatehouse.git.publish.PublishSettings;
import dev.gatehouse.git.remote.Access;
import dev.gatehouse.git.remote.Push;
import dev.gatehouse.git.remote.PushOutcome;
import dev.gatehouse.git.remote.TransportPush;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.Step;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteOutcome.Written;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.spi.WrittenRevision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GitDesiredStateWriterTest {
  @TempDir Path folder;
  private RemoteFixture remote;
  private final SharedStore store = new SharedStore();

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  private GitDesiredStateWriter writer() {
    return writer(new TransportPush(), Steps.NONE);
  }

  private GitDesiredStateWriter writer(Push push, Steps steps) {
    return new GitDesiredStateWriter(
        GitSettings.anonymous(remote.caches()), store.as("me", steps), push);
  }

  @Test
  void aPreviewNamesTheEditAndTheObjectsAndLeavesNoTrace() throws IOException {
    String before = remote.log("%H");
    EditPreview.Computed preview =
        (EditPreview.Computed) writer().preview(RemoteFixture.change("v2"), remote.target("a"));
    assertThat(preview.edits())
        .containsExactly(
            new EditPreview.Edit("apps/a/kustomization.yaml", "images[0].newTag", "v1", "v2"));
    assertThat(preview.diff().changes())
        .extracting(c -> c.key().label())
        .contains("Deployment a (apps)");
    ObjectChange deployment =
        preview.diff().changes().stream()
            .filter(c -> c.key().kind().equals("Deployment"))
            .findFirst()
            .get();
    assertThat(deployment.fields().get(0).after().get().text()).isEqualTo("img:v2");
    assertThat(preview.diff().unreadable()).isEmpty();
    assertThat(remote.log("%H")).isEqualTo(before);
  }

  @Test
  void aWriteIsOneCommitWithTrailersAndOnlyTheWantedLine() throws IOException {
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    Written written = (Written) writer().write(request);
    assertThat(remote.log("%H").lines().findFirst()).contains(written.revision().value());
    assertThat(remote.show("apps/a/kustomization.yaml")).isEqualTo(kustomization("v2"));
    assertThat(remote.git(remote.bare, "diff", "--numstat", "main~1", "main").strip())
        .isEqualTo("1\t1\tapps/a/kustomization.yaml");
    assertThat(remote.git(remote.bare, "log", "-1", "--format=%(trailers:only)", "main"))
        .contains(
            "Gatehouse-Promotion: p-1",
            "Gatehouse-Target: a",
            "Gatehouse-Epoch: 1",
            "Gatehouse-Plan: ab");
    assertThat(remote.git(remote.bare, "fsck", "--strict")).doesNotContain("error");
    assertThat(writer().find(request.promotion(), request.target())).contains(written.revision());
    assertThat(live(written)).isEqualTo(LiveState.LIVE);
  }

  @Test
  void writingAgainFindsItsOwnCommit() throws IOException {
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    WriteOutcome first = writer().write(request);
    remote.pull();
    remote.write("apps/a/kustomization.yaml", kustomization("v9"));
    remote.push("Somebody goes on");
    assertThat(writer().write(request)).isEqualTo(first);
    assertThat(remote.log("%s").lines()).hasSize(3);
  }

  @Test
  void aStateThatIsAlreadyThereNeedsNoCommit() throws IOException {
    WriteRequest request = remote.request(writer(), "p-1", "a", "v1");
    Written written = (Written) writer().write(request);
    assertThat(written.alreadyThere()).isTrue();
    assertThat(remote.log("%s").lines()).hasSize(1);
  }

  @Test
  void aValueThatSomebodyChangedIsADriftAndNothingIsWritten() throws IOException {
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    remote.write("apps/a/kustomization.yaml", kustomization("v7"));
    remote.push("Somebody is faster");
    WriteOutcome.Drifted drifted = (WriteOutcome.Drifted) writer().write(request);
    assertThat(drifted.reason().line())
        .contains("git-drifted", "'v7'", "apps/a/kustomization.yaml");
    assertThat(remote.log("%s").lines()).hasSize(2);
  }

  @Test
  void losingARaceRebasesTheEditAndLosesNobodysCommit() throws IOException {
    AtomicInteger pushes = new AtomicInteger();
    Push outpaced =
        (local, where, update) -> {
          if (pushes.incrementAndGet() <= 3) {
            others("apps/b/note-" + pushes + ".yaml", "n: 1\n");
          }
          return new TransportPush().push(local, where, update);
        };
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    assertThat(writer(outpaced, Steps.NONE).write(request)).isInstanceOf(Written.class);
    assertThat(pushes).hasValue(4);
    assertThat(remote.log("%s").lines()).hasSize(5);
  }

  @Test
  void anEndlessRaceIsNeverAPromotionsFailure() {
    AtomicInteger count = new AtomicInteger();
    Push outpaced =
        (local, where, update) -> {
          count.incrementAndGet();
          return new PushOutcome.Raced("cannot lock ref");
        };
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    assertThatThrownBy(() -> writer(outpaced, Steps.NONE).write(request))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("git-branch-busy")
        .hasMessageContaining("cannot lock ref");
    assertThat(count).hasValue(PublishSettings.DEFAULT.tries());
  }

  @Test
  void anAnswerThatGotLostIsAskedOfTheRemote() throws IOException {
    AtomicInteger pushes = new AtomicInteger();
    Push deaf =
        (local, where, update) -> {
          boolean arrives = pushes.incrementAndGet() == 2;
          if (arrives) {
            new TransportPush().push(local, where, update);
            others("apps/b/after.yaml", "n: 1\n");
          }
          return new PushOutcome.Unknown("connection reset");
        };
    Written written =
        (Written) writer(deaf, Steps.NONE).write(remote.request(writer(), "p-1", "a", "v2"));
    assertThat(pushes).hasValue(2);
    assertThat(remote.log("%s").lines()).hasSize(3);
    assertThat(remote.log("%H")).contains(written.revision().value());
  }

  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"LEASE_TAKEN", "OBJECTS_WRITTEN", "INTENT_RECORDED", "PUSHED", "PUSH_ACKNOWLEDGED"})
  void aDeathAtAnyStepEndsWithExactlyOneCommit(Step deadly) throws IOException {
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    Steps death =
        step -> {
          if (step == deadly) {
            throw new IllegalStateException("killed at " + step);
          }
        };
    assertThatThrownBy(() -> writer(new TransportPush(), death).write(request))
        .hasMessageContaining("killed at");
    store.expire();
    others("apps/c/note.yaml", "n: 1\n");
    FileUtils.delete(remote.caches().toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING);
    Written written = (Written) writer().write(request);
    assertThat(remote.log("%B")).containsOnlyOnce("Gatehouse-Promotion: p-1");
    assertThat(remote.log("%H")).contains(written.revision().value());
    assertThat(remote.show("apps/a/kustomization.yaml")).isEqualTo(kustomization("v2"));
  }

  @Test
  void aRewrittenBranchStopsTheWriterAndSaysSo() throws IOException {
    Push lost =
        (local, where, update) -> {
          remoteRewrites();
          return new PushOutcome.Unknown("connection reset");
        };
    others("apps/c/first.yaml", "n: 1\n");
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    WriteOutcome.Refused refused = (WriteOutcome.Refused) writer(lost, Steps.NONE).write(request);
    assertThat(refused.reason().code().value()).isEqualTo("git-branch-rewritten");
    assertThat(refused.reason().next()).contains("force-pushed");
    assertThat(remote.log("%B")).doesNotContain("Gatehouse");
  }

  @Test
  void aHookThatSaysNoHoldsWithItsWords() throws IOException {
    remote.hook("pre-receive", "echo 'policy: ticket number missing' >&2; exit 1");
    WriteOutcome.Held held =
        (WriteOutcome.Held) writer().write(remote.request(writer(), "p-1", "a", "v2"));
    Reason reason = held.reason();
    assertThat(held.cause()).isEqualTo(WriteOutcome.Held.Cause.REFUSAL);
    assertThat(reason.code().value()).isEqualTo("git-push-rejected");
    assertThat(reason.what()).contains("ticket number missing");
    assertThat(reason.next()).isNotBlank();
    assertThat(remote.log("%s").lines()).hasSize(1);
  }

  @Test
  void aCommitThatAHookDislikesDoesNotTakeTheOthersAlong() throws Exception {
    remote.hook(
        "pre-receive",
        "while read o n r; do git log --format=%B $o..$n | grep -q 'Target: b' && exit 1; done;"
            + " exit 0");
    List<WriteOutcome> outcomes = together(writer(), 1, List.of("a", "b", "c"));
    assertThat(outcomes.get(0)).isInstanceOf(Written.class);
    assertThat(outcomes.get(1)).isInstanceOf(WriteOutcome.Held.class);
    assertThat(outcomes.get(2)).isInstanceOf(Written.class);
    assertThat(remote.log("%s").lines()).hasSize(3);
  }

  @Test
  void whoWaitsForOneBranchGoesOutTogetherWithOneCommitEach() throws Exception {
    AtomicInteger pushes = new AtomicInteger();
    Push counting =
        (local, where, update) -> {
          pushes.incrementAndGet();
          return new TransportPush().push(local, where, update);
        };
    List<String> services = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      services.add("s" + i);
      remote.write("apps/s" + i + "/kustomization.yaml", kustomization("v1"));
      remote.write("apps/s" + i + "/deployment.yaml", "kind: X\n");
    }
    remote.push("More services");
    assertThat(together(writer(counting, Steps.NONE), 1, services))
        .allMatch(Written.class::isInstance);
    assertThat(remote.log("%s").lines()).hasSize(26);
    assertThat(pushes.get()).isLessThan(24);
    System.out.println("24 promotions went out in " + pushes + " pushes");
  }

  @Test
  void aMissingBranchFileOrRemoteIsSaidWithTheRemedy() throws IOException {
    EditPreview.Refused missing =
        (EditPreview.Refused) writer().preview(RemoteFixture.change("v2"), remote.target("nobody"));
    assertThat(missing.reason().code().value()).isEqualTo("git-file-not-found");
    FileUtils.delete(remote.bare.toFile(), FileUtils.RECURSIVE);
    assertThatThrownBy(() -> writer().preview(RemoteFixture.change("v2"), remote.target("a")))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("git-unreachable")
        .hasMessageContaining("The remote cannot be used: not found");
  }

  @Test
  void aSigningProgramThatFailsIsNamedWithItsKeyAndNothingIsWritten() throws IOException {
    PublishSettings usual = PublishSettings.DEFAULT;
    Signer signer = new SigningProgram(List.of("/nowhere/to/sign"), "K-1");
    PublishSettings signed =
        new PublishSettings(
            usual.author(), usual.committer(), Optional.of(signer), usual.tries(), usual.lease());
    GitDesiredStateWriter writer =
        new GitDesiredStateWriter(
            new GitSettings(remote.caches(), r -> new Access.Anonymous(), 60, r -> signed),
            store.as("me", Steps.NONE));
    WriteRequest request = remote.request(writer, "p-1", "a", "v2");
    assertThatThrownBy(() -> writer.write(request))
        .isInstanceOf(PlatformException.class)
        .hasMessageContainingAll("git-signing-failed", "'K-1'", "'/nowhere/to/sign'", "by hand");
    assertThat(remote.log("%s").lines()).hasSize(1);
  }

  private LiveState live(Written written) {
    return new GitLiveStateReader(GitSettings.anonymous(remote.caches()))
        .read(
            new WrittenRevision(
                new PromotionId("a-prod-1"), remote.target("a"), written.revision(), Instant.EPOCH),
            Instant.EPOCH);
  }

  private List<WriteOutcome> together(
      GitDesiredStateWriter writer, int round, List<String> services) {
    List<CompletableFuture<WriteOutcome>> all = new ArrayList<>();
    for (String service : services) {
      WriteRequest request = remote.request(writer, "p-" + round + "-" + service, service, "v2");
      all.add(
          CompletableFuture.supplyAsync(() -> writer.write(request), r -> new Thread(r).start()));
    }
    return all.stream().map(CompletableFuture::join).toList();
  }

  private void others(String path, String text) {
    try {
      remote.pull();
      remote.write(path, text);
      remote.push("Somebody else: " + path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void remoteRewrites() {
    try {
      remote.resetOther("HEAD~1");
      remote.write("apps/c/other.yaml", "n: 2\n");
      remote.push("Rewritten", "--force");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
