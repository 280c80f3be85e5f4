package dev.gatehouse.git.remote;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.spi.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.util.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fetches into a copy that another process uses, or died in. */
class FetchTest {
  @TempDir Path folder;
  private Remote remote;
  private ObjectId tip;

  @BeforeEach
  void makeRemote() throws IOException, GitAPIException {
    Path work = folder.resolve("work");
    try (Git git = Git.init().setDirectory(work.toFile()).setInitialBranch("main").call()) {
      Files.writeString(work.resolve("f"), "1\n");
      git.add().addFilepattern("f").call();
      tip = git.commit().setMessage("Start").setAuthor("a", "a@b").setCommitter("a", "a@b").call();
    }
    remote = Remote.of(work.toString(), new Access.Anonymous());
  }

  @Test
  void aLockThatStaysMakesTheCopyUnusableAndANewOneWorks() throws IOException {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    lock(mirror);
    AtomicLong paused = new AtomicLong();
    try (Repository local = mirror.open()) {
      Fetch fetch = new Fetch(mirror, local, "main");
      assertThatThrownBy(() -> fetch.untilUnlocked(length -> paused.addAndGet(length.toNanos())))
          .isInstanceOf(CopyUnusableException.class)
          .hasMessageContaining("Cannot lock pack");
      assertThat(Duration.ofNanos(paused.get())).isBetween(ofSeconds(1), ofSeconds(5));
    }
    mirror.discard();
    assertThat(fetch(mirror)).contains(tip);
  }

  @Test
  void aLockThatGoesIsWaitedFor() throws IOException {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    Path lock = lock(mirror);
    try (Repository local = mirror.open()) {
      Fetch fetch = new Fetch(mirror, local, "main");
      assertThat(fetch.untilUnlocked(nanos -> delete(lock))).contains(tip);
      assertThat(local.getObjectDatabase().has(tip)).isTrue();
    }
    assertThat(lock).doesNotExist();
  }

  @Test
  void manyWhoBringTheSameAtOnceAllGetIt() throws Exception {
    ExecutorService processes = Executors.newFixedThreadPool(16);
    try {
      for (int round = 0; round < 20; round++) {
        Mirror mirror = Mirror.below(folder.resolve("copies-" + round), remote);
        List<Callable<Optional<ObjectId>>> all = Collections.nCopies(16, () -> alone(mirror));
        for (Future<Optional<ObjectId>> one : processes.invokeAll(all)) {
          assertThat(one.get()).contains(tip);
        }
      }
    } finally {
      processes.shutdownNow();
    }
  }

  /** As another process would: nobody's turn is waited for. */
  private static Optional<ObjectId> alone(Mirror mirror) throws IOException {
    try (Repository local = mirror.open()) {
      return new Fetch(mirror, local, "main").untilUnlocked(Pause.real());
    }
  }

  @Test
  void aCopyThatIsTakenAwayUnderOurHandsIsNoFaultOfTheRemote() throws IOException {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    try (Repository local = mirror.open()) {
      mirror.discard();
      Files.createFile(mirror.folder());
      assertThatThrownBy(() -> mirror.fetch(local, "main"))
          .isInstanceOf(CopyUnusableException.class);
    }
    mirror.discard();
    assertThat(fetch(mirror)).contains(tip);
  }

  @Test
  void aRefLockThatAKilledProcessLeftDoesNotMakeEachFetchBringEverything() throws IOException {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    mirror.open().close();
    Path left = Files.createDirectories(mirror.folder().resolve("refs/remotes/origin"));
    List<Path> locks = List.of(left.resolve("main.lock"), mirror.folder().resolve("config.lock"));
    for (Path lock : locks) {
      Files.createFile(lock);
      Files.setLastModifiedTime(lock, ago(mirror, Duration.ofMinutes(2)));
    }
    assertThat(fetch(mirror)).contains(tip);
    assertThat(locks).noneMatch(Files::exists);
    try (Repository local = mirror.open()) {
      assertThat(local.exactRef("refs/remotes/origin/main").getObjectId()).isEqualTo(tip);
    }
  }

  @Test
  void aRefLockOfAProcessThatMayStillRunStays() throws IOException {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    mirror.open().close();
    Path lock =
        Files.createDirectories(mirror.folder().resolve("refs/remotes/origin"))
            .resolve("main.lock");
    Files.createFile(lock);
    Files.setLastModifiedTime(lock, ago(mirror, Duration.ofSeconds(50)));
    assertThat(fetch(mirror)).contains(tip);
    assertThat(lock).exists();
  }

  private static FileTime ago(Mirror mirror, Duration age) throws IOException {
    FileTime now = Files.getLastModifiedTime(mirror.folder().resolve("objects"));
    return FileTime.from(now.toInstant().minus(age));
  }

  /** As argo-cd 18831 saw it: 423 killed fetches of 64 MB each, and none that ended. */
  @Test
  void whatKilledFetchesLeftGoesBeforeTheNextOne() throws IOException {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    mirror.open().close();
    Path objects = mirror.folder().resolve("objects");
    Path old = Files.writeString(objects.resolve("incoming_1.pack"), "half");
    Path young = Files.writeString(objects.resolve("incoming_2.pack"), "half");
    Files.setLastModifiedTime(
        old, FileTime.from(Files.getLastModifiedTime(old).toInstant().minusSeconds(7_200)));
    assertThat(fetch(mirror)).contains(tip);
    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aBranchThatWasThereAndIsNotShownNowIsAnOutage() throws Exception {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    assertThat(fetch(mirror)).contains(tip);
    Path branch = folder.resolve("work/.git/refs/heads/main");
    String at = Files.readString(branch);
    Files.delete(branch);
    assertThatThrownBy(() -> fetch(mirror))
        .isInstanceOf(RemoteUnavailableException.class)
        .hasMessageContaining("does not show branch 'main' now")
        .hasMessageContaining(tip.abbreviate(12).name());
    Files.writeString(branch, at);
    assertThat(fetch(mirror)).contains(tip);
  }

  @Test
  void aRemoteThatShowsNoBranchAtAllIsAnOutageForANewCopyToo() throws IOException {
    Files.delete(folder.resolve("work/.git/refs/heads/main"));
    assertThatThrownBy(() -> fetch(Mirror.below(folder.resolve("copies"), remote)))
        .isInstanceOf(RemoteUnavailableException.class)
        .hasMessageContaining("shows no branch at all now");
  }

  @Test
  void aBranchThatWasNeverThereBesideOthersIsMissing() throws IOException {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    try (Repository local = mirror.open()) {
      assertThat(mirror.fetch(local, "mian")).isEmpty();
    }
  }

  @Test
  void aRemoteThatIsNotThereIsNotALock() throws IOException {
    Remote nowhere = Remote.of(folder.resolve("nowhere").toString(), new Access.Anonymous());
    Mirror mirror = Mirror.below(folder.resolve("copies"), nowhere);
    assertThatThrownBy(() -> fetch(mirror))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(CopyUnusableException.class);
  }

  @Test
  void aRemoteThatFailsIsNotAskedAgainAsALockWouldBe() throws IOException {
    Mirror mirror = Mirror.below(folder.resolve("copies"), remote);
    FileUtils.delete(folder.resolve("work/.git/objects").toFile(), FileUtils.RECURSIVE);
    Files.createDirectories(folder.resolve("work/.git/objects"));
    AtomicLong paused = new AtomicLong();
    try (Repository local = mirror.open()) {
      Fetch fetch = new Fetch(mirror, local, "main");
      assertThatThrownBy(() -> fetch.untilUnlocked(length -> paused.addAndGet(length.toNanos())))
          .isInstanceOf(RemoteUnavailableException.class);
    }
    assertThat(paused).hasValue(0);
  }

  /** The moment is short: it is tried until the other has hit it. */
  @Test
  void aKeepFileThatAnotherTookAwayIsNoFailure() throws Exception {
    Path name = lock(Mirror.below(folder.resolve("named"), remote)).getFileName();
    String keep = name.toString().replace(".lock", "");
    AtomicInteger hits = new AtomicInteger();
    for (int round = 0; round < 500 && hits.get() == 0; round++) {
      Mirror mirror = Mirror.below(folder.resolve("copies-" + round), remote);
      try (Repository local = mirror.open()) {
        Path file = mirror.folder().resolve("objects/pack").resolve(keep);
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Void> other =
            CompletableFuture.runAsync(
                () -> {
                  while (!over.get()) {
                    delete(file);
                  }
                });
        try {
          Fetch fetch = new Fetch(mirror, local, "main");
          assertThat(fetch.untilUnlocked(nanos -> hits.incrementAndGet())).contains(tip);
        } finally {
          over.set(true);
          other.join();
        }
      }
    }
    assertThat(hits).hasPositiveValue();
  }

  private static Optional<ObjectId> fetch(Mirror mirror) throws IOException {
    try (Repository local = mirror.open()) {
      return mirror.fetch(local, "main");
    }
  }

  /** The lock of a process that died while it put in place the pack we are about to bring. */
  private Path lock(Mirror mirror) throws IOException {
    Mirror twin = Mirror.below(folder.resolve("twin"), remote);
    fetch(twin);
    try (Stream<Path> files = Files.list(twin.folder().resolve("objects/pack"))) {
      Path pack = files.filter(f -> f.toString().endsWith(".pack")).findFirst().orElseThrow();
      mirror.open().close();
      String name = pack.getFileName().toString().replace(".pack", ".keep.lock");
      return Files.createFile(mirror.folder().resolve("objects/pack").resolve(name));
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
