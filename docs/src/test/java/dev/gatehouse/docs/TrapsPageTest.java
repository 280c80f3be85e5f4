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

/** Every trap of a control plane names a test, and the test is there and runs. */
class TrapsPageTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");

  /** Each page, with the folder that its tests are in. */
  private static final Map<String, String> PAGES =
      Map.of("argo-cd-traps.md", "argo-adapter", "kargo-traps.md", "kargo-adapter");

  @Test
  void everyTrapNamesATest() {
    for (String page : PAGES.keySet()) {
      List<String> traps = rows(page);
      assertThat(traps).as(page).hasSizeGreaterThan(20);
      assertThat(traps).as(page).allMatch(row -> NAMED.matcher(row.split("\\|", -1)[3]).find());
    }
  }

  @Test
  void everyTestThatIsNamedIsThere() {
    List<String> missing = new ArrayList<>();
    PAGES.forEach(
        (page, folder) -> {
          Map<String, String> tests = tests(folder);
          Matcher named = NAMED.matcher(read(page));
          while (named.find()) {
            if (!isTest(tests.getOrDefault(named.group(1), ""), named.group(2))) {
              missing.add(page + ": " + named.group());
            }
          }
        });
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
  void aPageIsAtMost90Lines() {
    for (String page : PAGES.keySet()) {
      assertThat(read(page).lines().count()).as(page).isLessThanOrEqualTo(90);
    }
  }

  private static boolean isTest(String source, String method) {
    return Pattern.compile("@Test\\s+void " + method + "\\(").matcher(source).find();
  }

  private static Map<String, String> tests(String folder) {
    return Project.testSources().stream()
        .filter(file -> Project.root().relativize(file).startsWith(folder))
        .collect(Collectors.toMap(TrapsPageTest::type, Project::read, String::concat));
  }

  private static String read(String page) {
    return Project.read(Project.root().resolve("docs/reference").resolve(page));
  }

  private static List<String> rows(String page) {
    return read(page)
        .lines()
        .filter(line -> line.startsWith("| ") && !line.startsWith("| trap "))
        .toList();
  }

  private static String type(Path source) {
    return String.valueOf(source.getFileName()).replace(".java", "");
  }
}
