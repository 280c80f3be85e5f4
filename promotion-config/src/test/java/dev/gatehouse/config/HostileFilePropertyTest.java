package dev.gatehouse.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.config.problem.ConfigurationProblem;
import dev.gatehouse.policy.DefaultControlModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever is done to a file, it is loaded or its mistakes are told; nothing is thrown. */
class HostileFilePropertyTest {
  private static final ConfigurationLoader LOADER =
      new ConfigurationLoader(DefaultControlModels.all());

  /** One change to one line. */
  record Harm(int line, String kind, String value) {}

  @Property(tries = 600)
  void aHarmedFileIsLoadedOrExplained(
      @ForAll @Size(min = 1, max = 6) List<@From("harms") Harm> harms) throws IOException {
    List<String> lines = new ArrayList<>(Samples.text("valid/full.yaml").lines().toList());
    harms.forEach(harm -> apply(harm, lines));
    String text = String.join("\n", lines);
    if (LOADER.load("harmed.yaml", text, Path.of("/srv/gatehouse"))
        instanceof LoadedConfiguration.Invalid invalid) {
      assertThat(invalid.problems()).isNotEmpty();
      assertThat(invalid.problems()).extracting(ConfigurationProblem::line).isSorted();
      assertThat(invalid.problems())
          .allMatch(problem -> problem.line() >= 1 && problem.line() <= lines.size() + 1);
    }
  }

  @Property(tries = 300)
  void anyTextIsLoadedOrExplained(@ForAll String text) {
    assertThat(LOADER.load("any.yaml", text, Path.of("/srv/gatehouse")).outcome())
        .isEqualTo(LoadedConfiguration.Outcome.INVALID);
  }

  private static void apply(Harm harm, List<String> lines) {
    int at = harm.line() % lines.size();
    String line = lines.get(at);
    switch (harm.kind()) {
      case "remove" -> lines.remove(at);
      case "repeat" -> lines.add(at, line);
      case "indent" -> lines.set(at, "  " + line);
      case "value" -> lines.set(at, line.replaceFirst(":.*", ": " + harm.value().replace("$", "")));
      default -> lines.set(at, line.substring(0, line.length() / 2));
    }
  }

  @Provide
  Arbitrary<Harm> harms() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 500),
            Arbitraries.of("remove", "repeat", "indent", "value", "value", "value", "cut"),
            Arbitraries.of(
                "",
                "~",
                "-1",
                "99999999999999999999999",
                "\"\\0\"",
                "..",
                "../..",
                "{}",
                "[]",
                "[[]]",
                "{a: b}",
                "*image",
                "'{target}'",
                "'{}'",
                "true",
                "PT-1S",
                "0 0 31 2 *",
                "FREQ=DAILY;COUNT=0",
                "!!str x",
                "a@",
                "1 of nobody",
                "0.1",
                "\u202e"))
        .as(Harm::new);
  }
}
