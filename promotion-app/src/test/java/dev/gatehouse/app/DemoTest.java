package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir Path folder;

  @Test
  void theStoryHappensAsItIsTold() throws IOException {
    Desk desk = Desk.empty(folder);
    Desk.Answer story = desk.gatehouse("demo", "--stacktrace");

    assertThat(story.code()).as(story.out() + story.err()).isEqualTo(0);
    assertThat(structure(story.out()))
        .isEqualTo(Files.readString(Path.of("src/test/resources/dev/gatehouse/app/demo.golden")));
    assertThat(story.out())
        .contains("migration HIGH, R2 (forward only)")
        .contains("dana wrote or proposed this change and cannot approve it.")
        .contains("REFUSED by gate risk: change-blocked")
        .contains("The waiver gives no reason.")
        .contains("WAIVED gate soak-time by pia, owner ana")
        .contains("Killed")
        .contains("INTACT ")
        .contains("ALTERED ledger-row-altered");
    assertThat(targetsOf(desk, "checkout-production-"))
        .containsExactlyInAnyOrder("eu-1", "eu-2", "us-1");
    assertThat(targetsOf(desk, "checkout-dev-")).containsExactly("dev");
    assertThat(targetsOf(desk, "payments-staging-")).containsExactly("staging");
  }

  @Test
  void aFolderOfSomebodyElseIsLeftAlone() {
    Desk desk = Desk.empty(folder);
    desk.write("gatehouse-demo/thesis.txt", "years of work");

    Desk.Answer answer = desk.gatehouse("demo");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("INVALID folder-not-empty");
    assertThat(desk.read("gatehouse-demo/thesis.txt")).isEqualTo("years of work");
  }

  @Test
  void aFolderThatCannotBeMadeIsAFileThatCannotBeWritten() {
    Desk desk = Desk.empty(folder);
    desk.write("taken", "not a folder");

    Desk.Answer answer = desk.gatehouse("demo", "--dir", "taken/demo");

    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("INVALID file-unwritable").contains("taken/demo");
  }

  @Test
  void itSaysHowTheCommandIsCalledFromWhereTheDemoIs() {
    Desk desk = Desk.empty(folder).with("GATEHOUSE_LAUNCHER", folder.resolve("gatehouse") + "");

    assertThat(desk.gatehouse("demo", "--chapters", "0").out())
        .contains("cd gatehouse-demo", "\n../gatehouse status ", "../gatehouse validate");
    assertThat(desk.gatehouse("demo", "--chapters", "0", "--dir", "a/b").out())
        .contains("cd a/b", "\n" + folder.resolve("gatehouse") + " status ");
    assertThat(Desk.empty(folder).gatehouse("demo", "--chapters", "0", "--dir", "a/b").out())
        .contains("\ngatehouse status ");
  }

  @Test
  void theListOfFilesIsComplete() throws IOException {
    Path resources = Path.of("src/main/resources/dev/gatehouse/app/demo");
    try (Stream<Path> files = Files.walk(resources.resolve("deploy"))) {
      assertThat(Files.readAllLines(resources.resolve("files.txt")))
          .containsExactlyInAnyOrderElementsOf(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> resources.resolve("deploy").relativize(file).toString())
                  .toList());
    }
  }

  /** Chapters, commands and how they ended; without what differs from run to run. */
  private static String structure(String story) {
    StringBuilder lines = new StringBuilder();
    story
        .lines()
        .filter(line -> line.matches("[0-9]\\. .*|\\$ .*|    (--|').*|  \\(exit code .*"))
        .map(line -> line.replaceAll("--revision [0-9a-f]{40}", "--revision <commit>"))
        .map(line -> line.replaceAll("--plan [0-9a-f]{12}", "--plan <hash>"))
        .map(line -> line.replaceAll("-[0-9a-f]{8}'", "-<id>'"))
        .map(line -> line.replaceAll(", row [0-9]+", ", row <n>"))
        .map(line -> line.replaceAll("-[0-9a-f]{8}, row", "-<id>, row"))
        .forEach(line -> lines.append(line).append('\n'));
    return lines.toString();
  }

  private static List<String> targetsOf(Desk desk, String promotion) {
    return desk.git(
            "-C",
            "gatehouse-demo/deploy.git",
            "log",
            "--format=%(trailers:key=Gatehouse-Target,valueonly,separator=%x2C)",
            "--grep",
            "Gatehouse-Promotion: " + promotion)
        .lines()
        .toList();
  }
}
