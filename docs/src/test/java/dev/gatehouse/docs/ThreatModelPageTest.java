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

/** Every claim of the threat model names a test, and the test is there and runs. */
class ThreatModelPageTest {
  private static final Pattern NAMED = Pattern.compile("`(\\w+)#(\\w+)`");
  private static final String ANNOTATION =
      "@(Test|ParameterizedTest|Property|TestFactory|RepeatedTest)\\b";
  private static final Path PAGE = Project.root().resolve("docs/explanation/threat-model.md");
  private static final Map<String, String> TESTS =
      Project.testSources().stream()
          .collect(Collectors.toMap(ThreatModelPageTest::type, Project::read, String::concat));

  @Test
  void everyClaimNamesATest() {
    List<String> claims =
        Project.read(PAGE)
            .lines()
            .dropWhile(line -> !line.equals("## What is proven"))
            .takeWhile(line -> !line.equals("## What is not covered"))
            .filter(line -> line.startsWith("| ") && !line.startsWith("| attack "))
            .toList();
    assertThat(claims).hasSizeGreaterThan(20).allMatch(row -> NAMED.matcher(row).find());
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
    String source =
        """
        class A {
          @ParameterizedTest
          @ValueSource(strings = {"a"})
          void claim(String a) {}

          void other() {}
        }
        """;
    assertThat(isTest(source, "claim")).isTrue();
    assertThat(isTest(source, "other")).isFalse();
    assertThat(isTest("", "claim")).isFalse();
  }

  @Test
  void thePageSaysWhatIsNotCovered() {
    assertThat(Project.read(PAGE)).contains("## What is not covered");
  }

  /** The annotation is before the method, with no other method in between. */
  private static boolean isTest(String source, String method) {
    Matcher declared = Pattern.compile(" " + method + "\\(").matcher(source);
    while (declared.find()) {
      String before = source.substring(0, declared.start());
      int body = Math.max(before.lastIndexOf("\n  }"), before.lastIndexOf("{}"));
      if (Pattern.compile(ANNOTATION).matcher(before.substring(Math.max(0, body))).find()) {
        return true;
      }
    }
    return false;
  }

  private static String type(Path source) {
    return String.valueOf(source.getFileName()).replace(".java", "");
  }
}
