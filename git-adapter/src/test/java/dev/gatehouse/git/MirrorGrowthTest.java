package dev.gatehouse.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.spi.Steps;
import dev.gatehouse.spi.WriteOutcome.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The copy of a repository stays about as large as the repository, however many promotions ran.
 * {@code -Dgatehouse.mirror.promotions=10000} runs it at full scale.
 */
class MirrorGrowthTest {
  private static final int PROMOTIONS = Integer.getInteger("gatehouse.mirror.promotions", 300);
  private static final long SLACK = 1 << 20;
  @TempDir Path folder;
  private RemoteFixture remote;
  private final SharedStore store = new SharedStore();

  @BeforeEach
  void startRemote() throws IOException {
    remote = new RemoteFixture(folder);
  }

  @Test
  void afterManyPromotionsTheCopyIsAtMostTwiceTheRepository() throws IOException {
    GitDesiredStateWriter writer =
        new GitDesiredStateWriter(
            GitSettings.anonymous(remote.caches()),
            store.as("me", Steps.NONE),
            new DirectPush(remote.bare));
    List<String> services = List.of("a", "b", "c");
    for (int i = 0; i < PROMOTIONS; i++) {
      String service = services.get(i % services.size());
      assertThat(writer.write(remote.request(writer, "p-" + i, service, "v" + (i + 2))))
          .isInstanceOf(Written.class);
    }
    Path fresh = folder.resolve("fresh.git");
    remote.git(
        folder, "clone", "-q", "--mirror", "--no-local", remote.bare.toString(), fresh.toString());
    assertThat(size(remote.caches())).isLessThan(2 * size(fresh.resolve("objects")) + SLACK);
    assertThat(packs()).hasSizeLessThanOrEqualTo(41);
  }

  private List<Path> packs() throws IOException {
    try (Stream<Path> files = Files.walk(remote.caches())) {
      return files.filter(file -> file.toString().endsWith(".pack")).toList();
    }
  }

  private static long size(Path where) throws IOException {
    try (Stream<Path> files = Files.walk(where)) {
      return files.filter(Files::isRegularFile).mapToLong(MirrorGrowthTest::length).sum();
    }
  }

  private static long length(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
