package dev.gatehouse.argo.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.LoadedConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every broken file has its exact report beside it. After a change of words: run with {@code
 * -Dgatehouse.golden.update=true}, and read the difference before it is committed.
 */
class BrokenFilesTest {
  private static final Path SOURCES = Path.of("src/test/resources/broken");

  @TestFactory
  Stream<DynamicTest> everyBrokenFileHasItsReport() throws IOException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  @Test
  void noReportShowsASecret() throws IOException {
    assertThat(files()).hasSizeGreaterThan(9);
    for (Path file : files()) {
      assertThat(report(file)).doesNotContain("hunter2", "ghp_");
    }
  }

  private static void check(Path file) throws IOException {
    Path expected = SOURCES.resolve(file.getFileName().toString().replace(".yaml", ".txt"));
    String report = report(file);
    if (Boolean.getBoolean("gatehouse.golden.update")) {
      Files.writeString(expected, report);
    }
    assertThat(report).isEqualTo(Files.readString(expected));
  }

  private static String report(Path file) throws IOException {
    LoadedConfiguration read =
        Samples.loader()
            .load(file.getFileName().toString(), Files.readString(file), Path.of("/srv/gatehouse"));
    return ((LoadedConfiguration.Invalid) read).report();
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
