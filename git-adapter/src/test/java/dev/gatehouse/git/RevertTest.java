package dev.gatehouse.git;

import static dev.gatehouse.git.RemoteFixture.kustomization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.change.Revision;
import dev.gatehouse.git.remote.TransportPush;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.Undo;
import dev.gatehouse.spi.WriteOutcome.Written;
import dev.gatehouse.spi.WriteRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken back is ours, by place and value, and nothing else. */
class RevertTest {
  @TempDir Path folder;
  private RemoteFixture remote;
  private final SharedStore store = new SharedStore();

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  private GitDesiredStateWriter writer() {
    return new GitDesiredStateWriter(
        GitSettings.anonymous(remote.caches()), store.as("me", Steps.NONE), new TransportPush());
  }

  @Test
  void aRevertTakesBackOurLineAndKeepsTheOthers() throws IOException {
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    Written written = (Written) writer().write(request);
    remote.pull();
    remote.write("apps/a/kustomization.yaml", "# theirs\n" + kustomization("v2"));
    remote.push("A comment");
    Written reverted = (Written) writer().revert(request, written.revision());
    assertThat(remote.show("apps/a/kustomization.yaml"))
        .isEqualTo("# theirs\n" + kustomization("v1"));
    assertThat(writer().revert(request, written.revision())).isEqualTo(reverted);
    assertThat(writer().find(request.promotion(), request.target())).contains(written.revision());
    assertThat(remote.log("%s").lines()).hasSize(4);
  }

  @Test
  void aRevertPutsTheOldValueBackWhereTheNeighbouringLineChanged() throws IOException {
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    Written written = (Written) writer().write(request);
    remote.pull();
    remote.write("apps/a/kustomization.yaml", kustomization("v2").replace("# ours", "# theirs"));
    remote.push("The line above");
    Written reverted = (Written) writer().revert(request, written.revision());
    assertThat(reverted.left()).isEmpty();
    assertThat(remote.show("apps/a/kustomization.yaml"))
        .isEqualTo(kustomization("v1").replace("# ours", "# theirs"));
  }

  @Test
  void aRollbackTakesSeveralCommitsBackInOneAndOnlyAsPlanned() throws IOException {
    Written first = (Written) writer().write(remote.request(writer(), "p-1", "a", "v2"));
    Written second = (Written) writer().write(remote.request(writer(), "p-2", "a", "v3"));
    remote.pull();
    remote.write("apps/a/note.yaml", "n: 1\n");
    remote.push("Someone else");
    List<Revision> commits = List.of(second.revision(), first.revision());
    EditPreview.Computed preview =
        (EditPreview.Computed)
            writer().undoPreviews(List.of(new Undo(remote.target("a"), commits))).get(0);
    assertThat(preview.edits()).hasSize(1);
    assertThat(preview.diff().changes()).isNotEmpty();
    WriteRequest usual = remote.request(writer(), "p-3", "a", "v1");
    WriteRequest request =
        new WriteRequest(
                usual.promotion(),
                usual.stage(),
                usual.planHash(),
                usual.change(),
                usual.target(),
                preview.digest(),
                usual.at())
            .undoing(commits);

    Written back = (Written) writer().write(request);
    assertThat(writer().write(request)).isEqualTo(back);
    assertThat(remote.show("apps/a/kustomization.yaml")).isEqualTo(kustomization("v1"));
    assertThat(remote.show("apps/a/note.yaml")).isEqualTo("n: 1\n");
    assertThat(remote.log("%s").lines().findFirst()).contains("Roll back shop in prod (a)");
  }

  @Test
  void aRevertLeavesAValueThatSomeoneChangedAgainAndNamesIt() throws IOException {
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    Written written = (Written) writer().write(request);
    remote.pull();
    remote.write("apps/a/kustomization.yaml", kustomization("v3"));
    remote.push("Newer");
    Written reverted = (Written) writer().revert(request, written.revision());
    assertThat(reverted.alreadyThere()).isTrue();
    assertThat(reverted.left().orElseThrow().line())
        .contains("git-revert-left", "apps/a/kustomization.yaml images[name=img].newTag is now v3");
    assertThat(remote.show("apps/a/kustomization.yaml")).isEqualTo(kustomization("v3"));
  }
}
