package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Decisions are numbered and complete, and every module is explained to who contributes. */
class DecisionsTest {
  private static final Pattern NAME = Pattern.compile("\\d{4}-[a-z0-9-]+\\.md");
  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");

  @Test
  void everyDecisionHasItsOwnNumberAndSaysWhatWasDecided() {
    Path folder = Project.root().resolve("docs/decisions");
    List<Path> records =
        Project.documents().stream().filter(file -> file.getParent().equals(folder)).toList();
    assertThat(records).isNotEmpty().allMatch(file -> NAME.matcher(name(file)).matches());
    assertThat(records.stream().map(file -> name(file).substring(0, 4))).doesNotHaveDuplicates();
    for (Path record : records) {
      assertThat(Project.read(record))
          .as(name(record))
          .startsWith("# " + name(record).substring(0, 4) + " ")
          .contains("## Context", "## Decision");
    }
  }

  @Test
  void everyModuleIsExplained() {
    String guide = Project.read(Project.root().resolve("CONTRIBUTING.md"));
    String pom = Project.read(Project.root().resolve("pom.xml"));
    assertThat(MODULE.matcher(pom).results().map(found -> "`" + found.group(1) + "`"))
        .isNotEmpty()
        .allSatisfy(module -> assertThat(guide).contains(module));
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
