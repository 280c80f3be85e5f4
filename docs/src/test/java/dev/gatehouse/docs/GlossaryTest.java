package dev.gatehouse.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The glossary is the first sentence of every domain type, so that code and page use one word per
 * concept.
 */
class GlossaryTest {
  private static final List<String> PACKAGES =
      List.of(
          "identity",
          "change",
          "stage",
          "evidence",
          "risk",
          "policy",
          "plan",
          "approval",
          "gate",
          "history",
          "promotion",
          "api",
          "spi");

  private static final Pattern TYPE =
      Pattern.compile(
          "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*"
              + "public (?:final |sealed |abstract |non-sealed )*(?:record|class|interface|enum) (\\w+)");

  @Test
  void everyDomainTypeStandsInTheGlossary() throws IOException {
    Path page = Project.root().resolve("docs/reference/glossary.md");
    String wanted = glossary();
    if (Boolean.getBoolean("gatehouse.docs.update")) {
      Files.writeString(page, wanted);
    }
    assertThat(Project.read(page))
        .as("run: mvn -pl docs -am test -Dgatehouse.docs.update=true")
        .isEqualTo(wanted);
  }

  private static String glossary() {
    StringBuilder text = new StringBuilder();
    text.append(
        "# Glossary\n\nOne word per concept. Each entry is the first sentence of the type in `promotion-core`.\n");
    for (String name : PACKAGES) {
      text.append("\n## ").append(name).append("\n\n| word | meaning |\n|---|---|\n");
      String folder = "promotion-core/src/main/java/dev/gatehouse/" + name + "/";
      for (Path source : Project.mainSources()) {
        if (Project.root().relativize(source).toString().startsWith(folder)) {
          entry(Project.read(source), text);
        }
      }
    }
    return text.toString();
  }

  private static void entry(String source, StringBuilder text) {
    Matcher matcher = TYPE.matcher(source);
    if (matcher.find()) {
      String doc =
          matcher
              .group(1)
              .replaceAll("\\s*\\n\\s*\\* ?", " ")
              .replaceAll("\\s*<p>.*|\\s@\\w.*", "")
              .strip();
      String sentence = doc.replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`").replace("|", "\\|");
      Matcher end = Pattern.compile("^(.*?[.])(\\s|$)").matcher(sentence);
      String first = end.find() ? end.group(1) : sentence;
      text.append("| `").append(matcher.group(2)).append("` | ").append(first).append(" |\n");
    }
  }
}
