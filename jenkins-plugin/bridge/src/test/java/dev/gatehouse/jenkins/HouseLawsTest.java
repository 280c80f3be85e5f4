package dev.gatehouse.jenkins;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.testkit.house.HouseLaws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HouseLawsTest {
  private static final Pattern JENKINS =
      Pattern.compile("import (static )?(hudson|jenkins|org\\.jenkinsci|org\\.kohsuke)\\.");

  @TestFactory
  Stream<DynamicTest> keepsTheHouseLaws() {
    return HouseLaws.of("dev.gatehouse.jenkins", "build", "access", "waiting").tests();
  }

  @Test
  void nothingHereNeedsJenkins() throws IOException {
    assertThat(sources("src"))
        .hasSizeGreaterThan(10)
        .noneMatch(
            source -> read(source).lines().anyMatch(line -> JENKINS.matcher(line).lookingAt()));
  }

  @Test
  void onlyTheAdmissionMakesCallers() throws IOException {
    assertThat(sources("src/main"))
        .filteredOn(source -> read(source).contains("Caller.authenticated("))
        .singleElement()
        .asString()
        .endsWith("Admission.java");
  }

  private static List<Path> sources(String folder) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(folder))) {
      return files.filter(path -> path.toString().endsWith(".java")).toList();
    }
  }

  private static String read(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
