package dev.gatehouse.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The project's files as the tests of the documents see them. */
final class Project {
  private static final Path ROOT = root();

  private Project() {}

  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("promotion-core/pom.xml"))) {
      here = here.getParent();
    }
    if (here == null) {
      throw new IllegalStateException("run this inside the project");
    }
    return here;
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every main source file of every module. */
  static List<Path> mainSources() {
    return files(".java").stream()
        .filter(file -> file.toString().contains("src/main/java"))
        .toList();
  }

  /** Every test source file of every module. */
  static List<Path> testSources() {
    return files(".java").stream()
        .filter(file -> file.toString().contains("src/test/java"))
        .toList();
  }

  /** Every document that people read. */
  static List<Path> documents() {
    return files(".md");
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> walk = Files.walk(ROOT)) {
      return walk.filter(file -> file.toString().endsWith(ending))
          .filter(
              file ->
                  !ROOT.relativize(file)
                      .toString()
                      .matches("(.*/)?(target|\\.git|gatehouse-demo)/.*"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
