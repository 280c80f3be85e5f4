package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Every trap of Argo CD names a test, and the test is there and runs. */
class TrapsPageTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final Path PAGE = Project.root().resolve("docs/reference/argo-cd-traps.md");
  private static final Map<String, String> TESTS =
      Project.testSources().stream()
          .filter(file -> Project.root().relativize(file).startsWith("argo-adapter"))
          .collect(Collectors.toMap(TrapsPageTest::type, Project::read, String::concat));

  @Test
  void everyTrapNamesATest() {
    List<String> traps = rows();
    assertThat(traps).hasSizeGreaterThan(20);
    assertThat(traps).allMatch(row -> NAMED.matcher(row.split("\\|", -1)[3]).find());
  }

  @Test
  void everyTestThatIsNamedIsThere() {
    List<String> missing = new ArrayList<>();
    Matcher named = NAMED.matcher(Project.read(PAGE));
    while (named.find()) {
      if (!isTest(TESTS.getOrDefault(named.group(1), ""), named.group(2))) {
        missing.add(named.group());
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void aMethodThatIsNoTestDoesNotCount() {
    String source = "class A {\n  @Test\n  void claim() {}\n\n  void other() {}\n}\n";
    assertThat(isTest(source, "claim")).isTrue();
    assertThat(isTest(source, "other")).isFalse();
    assertThat(isTest(source, "clai")).isFalse();
    assertThat(isTest("", "claim")).isFalse();
  }

  @Test
  void thePageIsAtMost90Lines() {
    assertThat(Project.read(PAGE).lines().count()).isLessThanOrEqualTo(90);
  }

  private static boolean isTest(String source, String method) {
    return Pattern.compile("@Test\\s+void " + method + "\\(").matcher(source).find();
  }

  private static List<String> rows() {
    return Project.read(PAGE)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| trap "))
        .toList();
  }

  private static String type(Path source) {
    return String.valueOf(source.getFileName()).replace(".java", "");
  }
}
