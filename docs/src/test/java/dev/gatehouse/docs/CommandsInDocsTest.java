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
import picocli.CommandLine;

/**
 * Every {@code gatehouse} command that a document tells people to type is one that the command
 * understands.
 */
class CommandsInDocsTest {
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\\n(.*?)```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  @Test
  void everyCommandInADocumentParses() {
    List<String> bad = new ArrayList<>();
    int commands = 0;
    for (Path document : Project.documents()) {
      for (String line : commands(Project.read(document))) {
        commands++;
        try {
          Gatehouse.line(Surroundings.ofProcess()).parseArgs(words(line));
        } catch (CommandLine.ParameterException e) {
          bad.add(Project.root().relativize(document) + ": " + line + ": " + e.getMessage());
        }
      }
    }
    assertThat(commands).isGreaterThan(20);
    assertThat(bad).isEmpty();
  }

  private static List<String> commands(String document) {
    List<String> commands = new ArrayList<>();
    Matcher blocks = BLOCK.matcher(document);
    while (blocks.find()) {
      blocks
          .group(1)
          .lines()
          .map(line -> line.replaceFirst("\\s+#.*$", "").strip())
          .filter(line -> line.matches("(\\.{0,2}/)?gatehouse .*"))
          .forEach(line -> commands.add(line.replaceFirst("^\\S+\\s+", "")));
    }
    return commands;
  }

  private static String[] words(String line) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(line);
    while (matcher.find()) {
      words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
    }
    return words.toArray(String[]::new);
  }
}
