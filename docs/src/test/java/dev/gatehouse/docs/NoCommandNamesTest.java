package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.app.Gatehouse;
import dev.gatehouse.app.terminal.Surroundings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What the core and the adapters say is read in a terminal, on a page and in a build's log, so only
 * a front end names its own commands.
 */
class NoCommandNamesTest {
  private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");

  @Test
  void noTextOfTheCoreOrAnAdapterNamesACommand() {
    Pattern command = commands();
    List<Path> sources =
        Project.mainSources().stream()
            .filter(file -> !module(file).matches("promotion-app|benchmarks"))
            .toList();
    List<String> bad = new ArrayList<>();
    for (Path source : sources) {
      Matcher texts = TEXT.matcher(Project.read(source));
      while (texts.find()) {
        if (command.matcher(texts.group()).find()) {
          bad.add(Project.root().relativize(source) + ": " + texts.group());
        }
      }
    }
    assertThat(sources).hasSizeGreaterThan(300);
    assertThat(bad).isEmpty();
  }

  @Test
  void aNamedCommandIsSeen() {
    assertThat(commands().matcher("\"Ask them: gatehouse approve p-1\"").find()).isTrue();
    assertThat(commands().matcher("\"correct it in gatehouse.yaml\"").find()).isFalse();
  }

  private static Pattern commands() {
    String verbs =
        String.join("|", Gatehouse.line(Surroundings.ofProcess()).getSubcommands().keySet());
    return Pattern.compile("\\bgatehouse (" + verbs + ")\\b");
  }

  private static String module(Path source) {
    return Project.root().relativize(source).getName(0).toString();
  }
}
