package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The README stays short and leads on. */
class ReadmeTest {
  private static final String README = Project.read(Project.root().resolve("README.md"));

  @Test
  void readmeIsAtMost120Lines() {
    assertThat(README.lines().count()).isLessThanOrEqualTo(120);
  }

  @Test
  void continuousIntegrationRunsTheTestCommandOfTheReadme() {
    String ci = Project.read(Project.root().resolve(".ci/run"));
    assertThat(README).contains("mvn verify");
    assertThat(ci).containsPattern("mvn [^\n]*verify");
  }
}
