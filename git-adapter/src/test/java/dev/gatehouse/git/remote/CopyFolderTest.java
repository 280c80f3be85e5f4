package dev.gatehouse.git.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopyFolderTest {
  @TempDir Path caches;

  @Test
  void manyMayOpenWhatNobodyMadeYet() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(16);
    try {
      for (int round = 0; round < 20; round++) {
        CopyFolder folder = new CopyFolder(caches.resolve("one-" + round + ".git"));
        List<Callable<Boolean>> all = Collections.nCopies(16, () -> opens(folder));
        for (Future<Boolean> one : callers.invokeAll(all)) {
          assertThat(one.get()).isTrue();
        }
      }
    } finally {
      callers.shutdownNow();
    }
    assertThat(names()).hasSize(20).allMatch(n -> n.endsWith(".git"));
  }

  @Test
  void whatIsWholeIsKept() throws IOException {
    CopyFolder folder = new CopyFolder(caches.resolve("one.git"));
    assertThat(opens(folder)).isTrue();
    Path mark = Files.createFile(folder.place().resolve("mark"));
    assertThat(opens(folder)).isTrue();
    assertThat(mark).exists();
  }

  @Test
  void whatWasLeftHalfMadeIsMadeAnew() throws IOException {
    CopyFolder folder = new CopyFolder(caches.resolve("one.git"));
    Path half = Files.createDirectories(folder.place().resolve("refs/heads"));
    Files.createFile(half.resolve("main.lock"));
    assertThat(opens(folder)).isTrue();
    assertThat(half.resolve("main.lock")).doesNotExist();
    assertThat(names()).containsExactly("one.git");
  }

  @Test
  void removingAlsoSweepsWhatADeadProcessLeft() throws IOException {
    CopyFolder folder = new CopyFolder(caches.resolve("one.git"));
    assertThat(opens(folder)).isTrue();
    Files.createDirectories(caches.resolve("one.git.removed-before/objects"));
    Files.createDirectories(caches.resolve("other.git/objects"));
    folder.remove();
    folder.remove();
    assertThat(names()).containsExactly("other.git");
  }

  @Test
  void theFolderOfAllCopiesMayBeGone() throws IOException {
    CopyFolder folder = new CopyFolder(caches.resolve("deleted/one.git"));
    folder.remove();
    assertThat(names()).isEmpty();
    assertThat(opens(folder)).isTrue();
  }

  private static boolean opens(CopyFolder folder) throws IOException {
    try (Repository repository = folder.open()) {
      return repository.isBare() && repository.getObjectDatabase().exists();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(caches)) {
      return all.map(p -> p.getFileName().toString()).sorted().toList();
    }
  }
}
