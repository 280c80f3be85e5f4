package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every reason that can be printed has its page, and no page is about a reason that is gone. */
class ReasonsPageTest {
  private static final Pattern CODE =
      Pattern.compile(
          "(?:ReasonCode(?:\\.of)?|[A-Z]+)\\(\\s*\"((?<=ReasonCode\\(\"|of\\(\")[a-z0-9-]+|ledger-[a-z-]+)\"");
  private static final Pattern HEADING = Pattern.compile("(?m)^### ([a-z0-9-]+)$");

  @Test
  void everyReasonCodeHasAHeadingAndEveryHeadingAReasonCode() {
    Set<String> codes = new TreeSet<>();
    for (Path source : Project.mainSources()) {
      Matcher matcher = CODE.matcher(Project.read(source));
      while (matcher.find()) {
        codes.add(matcher.group(1));
      }
    }
    assertThat(codes).hasSizeGreaterThan(30);
    assertThat(headings()).isEqualTo(codes);
  }

  @Test
  void everyReasonSaysWhatToDo() {
    String page = Project.read(Project.root().resolve("docs/reference/reasons.md"));
    for (String section : Pattern.compile("(?m)^### ").split(page, -1)) {
      if (!section.startsWith("# ")) {
        assertThat(section)
            .as("section of %s", section.lines().findFirst().orElse(""))
            .contains("**Do:**");
      }
    }
  }

  private static Set<String> headings() {
    Set<String> headings = new TreeSet<>();
    Matcher matcher =
        HEADING.matcher(Project.read(Project.root().resolve("docs/reference/reasons.md")));
    while (matcher.find()) {
      headings.add(matcher.group(1));
    }
    return headings;
  }
}
