package dev.gatehouse.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.reason.SafeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever text goes in, no line of the output is forged and no escape leaves. */
class CleanWriterPropertyTest {
  private static final List<String> NASTY =
      List.of(
          "\u001b[31m",
          "\u001b]0;owned\u0007",
          "\u009b31m",
          "\u009d0;x\u009c",
          "\u202e",
          "\u2066",
          "\u200b",
          "\u200f",
          "\ufeff",
          "\u00ad",
          "\n",
          "\r",
          "\r\n",
          "\u0085",
          "\u2028",
          "\u2029",
          "\u000b",
          "\f",
          "\b",
          "\u007f",
          "\0",
          "\t",
          "\ud800",
          "\udc00",
          "\udb40\udc41",
          "\ufdd0",
          "\u3164",
          "approval: none",
          "\u001b[1m",
          "ink-",
          "-1m",
          "0m",
          "a",
          " ",
          "\u00e9",
          "\ud83d\ude80",
          "\u65e5\u672c");

  @Property(tries = 2000)
  void anyTextStaysOnItsLineAndControlsNothing(@ForAll @From("texts") String text) {
    StringWriter printed = new StringWriter();
    Surroundings around = around(printed);
    around.out().println(text);
    around.out().println((Object) text);
    around.err().println(new Ink(true).red(text));
    String out = printed.toString().replace(System.lineSeparator(), "\n");
    assertThat(out.chars().filter(c -> c == '\n').count()).isEqualTo(3);
    assertThat(out.lines().count()).isEqualTo(3);
    String ours = out.replace("\u001b[31m", "").replace("\u001b[0m", "").replace("\n", "");
    assertThat(ours.codePoints().allMatch(SafeText::isSafe)).isTrue();
    assertThat(out.split("\u001b", -1)).hasSize(3);
  }

  @Property(tries = 500)
  void whatIsPrintedInPiecesControlsNothingEither(@ForAll @From("texts") String text) {
    StringWriter printed = new StringWriter();
    Surroundings around = around(printed);
    around.out().print(text);
    around.out().printf("%s", text);
    around.out().append(text);
    around.out().write(text.toCharArray());
    text.chars().forEach(around.out()::write);
    String out = printed.toString().replace("\n", "");
    assertThat(out.codePoints().allMatch(SafeText::isSafe)).isTrue();
  }

  @Property(tries = 500)
  void aLogLineIsNotForged(@ForAll @From("texts") String text) {
    LogRecord entry = new LogRecord(Level.WARNING, "{0}");
    entry.setParameters(new Object[] {text});
    entry.setLoggerName("x");
    List<String> lines = new CleanFormatter().format(entry).lines().toList();
    assertThat(lines.get(0)).startsWith("WARNING x: ");
    assertThat(lines.subList(1, lines.size())).allMatch(line -> line.startsWith("    "));
    assertThat(lines).allMatch(line -> line.codePoints().allMatch(SafeText::isSafe));
  }

  @Test
  void ourOwnColoursAreShownAndThoseOfOthersAreNot() {
    StringWriter printed = new StringWriter();
    around(printed).out().println(new Ink(true).bold("plan") + " \u001b[1mforged\u001b[0m");
    assertThat(printed.toString().strip())
        .isEqualTo("\u001b[1mplan\u001b[0m \\u001b[1mforged\\u001b[0m");
  }

  private static Surroundings around(StringWriter printed) {
    PrintWriter writer = new PrintWriter(printed);
    return new Surroundings(
        writer, writer, Map.of(), Path.of("/"), true, "ana", () -> Instant.EPOCH);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(NASTY),
            Arbitraries.strings().all().ofMaxLength(3),
            Arbitraries.strings().ascii().ofMaxLength(8));
    return pieces.list().ofMaxSize(8).map(list -> String.join("", list));
  }
}
