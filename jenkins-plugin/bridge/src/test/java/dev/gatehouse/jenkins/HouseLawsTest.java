package dev.gatehouse.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.house.HouseLaws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseLawsTest {
  @TestFactory
  Stream<DynamicTest> keepsTheHouseLaws() {
    return HouseLaws.of("dev.gatehouse.jenkins", "build", "access", "waiting").tests();
  }

  @Test
  void nothingHereNeedsJenkins() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src"))) {
      assertThat(sources.filter(path -> path.toString().endsWith(".java")))
          .hasSizeGreaterThan(10)
          .noneMatch(HouseLawsTest::importsJenkins);
    }
  }

  private static boolean importsJenkins(Path source) {
    try {
      return Files.readString(source)
          .lines()
          .anyMatch(
              line ->
                  line.matches(
                      "import (static )?(hudson|jenkins|org\\.jenkinsci|org\\.kohsuke)\\..*"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
