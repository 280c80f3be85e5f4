package dev.gatehouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.ConfigurationLoader;
import dev.gatehouse.config.LoadedConfiguration;
import dev.gatehouse.policy.DefaultControlModels;
import dev.gatehouse.runtime.InstalledControlPlanes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example of the reference page loads. The first is a whole file; of the others, each takes
 * the place of the sections that it shows.
 */
class ReferenceExamplesTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\n(.*?)```");

  @TestFactory
  Stream<DynamicTest> everyExampleLoads() throws IOException {
    String page = Files.readString(Path.of("../docs/reference/gatehouse-yaml.md"));
    List<String> examples = EXAMPLE.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(examples).hasSizeGreaterThan(8);
    Map<String, String> whole = sections(examples.get(0));
    return examples.stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.lines().limit(3).toList().toString(), () -> load(whole, example)));
  }

  private static void load(Map<String, String> whole, String example) {
    Map<String, String> sections = new LinkedHashMap<>(whole);
    sections.putAll(sections(example));
    LoadedConfiguration read =
        new ConfigurationLoader(DefaultControlModels.all(), InstalledControlPlanes.FORMATS)
            .load("example", String.join("", sections.values()), Path.of("/srv/gatehouse"));
    if (read instanceof LoadedConfiguration.Invalid invalid) {
      throw new AssertionError(invalid.report());
    }
  }

  private static Map<String, String> sections(String text) {
    Map<String, String> sections = new LinkedHashMap<>();
    for (String section : text.split("(?m)^(?=[a-zA-Z])", -1)) {
      sections.put(section.split(":", 2)[0], section);
    }
    return sections;
  }
}
