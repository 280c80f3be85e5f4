package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.problem.ConfigurationProblem;
import dev.gatehouse.policy.DefaultControlModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private static final ConfigurationLoader LOADER =
      new ConfigurationLoader(DefaultControlModels.all());

  @TestFactory
  Stream<DynamicTest> everyBrokenFileHasItsReport() throws IOException {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  @Test
  void tenMistakesAreToldAtOnceInTheOrderOfTheFile() throws IOException {
    List<ConfigurationProblem> problems = problems(SOURCES.resolve("ten-mistakes.yaml"));
    assertThat(problems).hasSize(10);
    assertThat(problems).extracting(ConfigurationProblem::line).isSorted();
  }

  @Test
  void thereAreManyKindsOfMistakes() throws IOException {
    Set<String> kinds = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (Path file : files()) {
      for (ConfigurationProblem problem : problems(file)) {
        codes.add(problem.reason().code().value());
        kinds.add(problem.reason().next());
      }
    }
    assertThat(files()).hasSizeGreaterThan(50);
    assertThat(codes).hasSizeGreaterThan(13);
    assertThat(kinds).hasSizeGreaterThan(60);
  }

  @Test
  void noReportShowsASecret() throws IOException {
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
    assertThat(expected).exists();
    assertThat(report).isEqualTo(Files.readString(expected));
  }

  private static String report(Path file) throws IOException {
    return ((LoadedConfiguration.Invalid) load(file)).report();
  }

  private static List<ConfigurationProblem> problems(Path file) throws IOException {
    return ((LoadedConfiguration.Invalid) load(file)).problems();
  }

  private static LoadedConfiguration load(Path file) throws IOException {
    return LOADER.load(
        file.getFileName().toString(), Files.readString(file), Path.of("/srv/gatehouse"));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(SOURCES)) {
      return all.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
