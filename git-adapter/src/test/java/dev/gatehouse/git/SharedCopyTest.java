package dev.gatehouse.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.git.publish.PublishSettings;
import dev.gatehouse.git.remote.Access;
import dev.gatehouse.git.remote.TransportPush;
import dev.gatehouse.spi.EditPreview;
import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome.Written;
import dev.gatehouse.spi.WriteRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What many targets and processes have from one copy of a repository, and suffer from it. */
class SharedCopyTest {
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
  void manyTargetsOfABranchAreSeenAtOneCommitThatIsFetchedOnce() {
    AtomicInteger asked = new AtomicInteger();
    GitSettings counted =
        new GitSettings(
            remote.caches(),
            repository -> {
              asked.incrementAndGet();
              return new Access.Anonymous();
            },
            60,
            repository -> PublishSettings.DEFAULT);
    GitDesiredStateWriter writer =
        new GitDesiredStateWriter(counted, store.as("me", Steps.NONE), new TransportPush());

    List<EditPreview> previews =
        writer.previews(
            RemoteFixture.change("v2"),
            List.of(remote.target("c"), remote.target("nobody"), remote.target("a")));

    assertThat(asked).hasValue(1);
    assertThat(previews.get(1)).isInstanceOf(EditPreview.Refused.class);
    assertThat(List.of(previews.get(0), previews.get(2)))
        .extracting(preview -> ((EditPreview.Computed) preview).edits().get(0).file())
        .containsExactly("apps/c/kustomization.yaml", "apps/a/kustomization.yaml");
  }

  @Test
  void aLockThatADeadProcessLeftInTheCopyStopsNobody() throws IOException {
    leaveALock();
    assertThat(writer().preview(RemoteFixture.change("v2"), remote.target("a")))
        .isInstanceOf(EditPreview.Computed.class);
    WriteRequest request = remote.request(writer(), "p-1", "a", "v2");
    FileUtils.delete(remote.caches().toFile(), FileUtils.RECURSIVE);
    leaveALock();
    assertThat(writer().write(request)).isInstanceOf(Written.class);
  }

  /** Leaves in an empty copy the lock of the very pack that the next fetch brings. */
  private void leaveALock() throws IOException {
    writer().preview(RemoteFixture.change("v2"), remote.target("a"));
    List<Path> packs;
    try (Stream<Path> files = Files.walk(remote.caches())) {
      packs = files.filter(file -> file.toString().endsWith(".pack")).toList();
    }
    FileUtils.delete(remote.caches().toFile(), FileUtils.RECURSIVE);
    for (Path pack : packs) {
      Path folder = Files.createDirectories(pack.getParent());
      Files.writeString(folder.resolve("../../HEAD").normalize(), "ref: refs/heads/main\n");
      Files.createFile(
          folder.resolve(pack.getFileName().toString().replace(".pack", ".keep.lock")));
    }
    assertThat(packs).hasSize(1);
  }
}
