package dev.gatehouse.gate;

import dev.gatehouse.ReferencePage;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatesPageTest {
  private static final String PAGE =
      """
      # Gates

      When each gate is judged. This page is written from `Gates.standard()`:
      `mvn test -pl promotion-core -Dtest=GatesPageTest -Dgatehouse.docs.update=true` writes it again.

      %s

      - Before the start, every gate has to open. A gate that refuses holds each later wave and each write as well.
      - Before every wave, and before each target is written, these gates have to open again. They are asked for the next
        wave while the wave before bakes, so a freeze is recorded when it begins.
      - While baking, the last wave included: the bake is not over while the gate holds. When a fact turns false, the
        refusal is recorded and the plan's `failure` follows: revert, ask a person, or stop. Sources that disagree hold.
      - A bake that watches health needs four looks at each target that found it healthy, one in each quarter of its time.
        Time during which no process looked does not count: the bake is over when the missing looks were made.
      """;

  @Test
  void thePageSaysWhenEachGateIsJudged() {
    ReferencePage.check("gates.md", PAGE.formatted(table()));
  }

  private static String table() {
    return row("gate", Arrays.stream(Gate.Moment.values()).map(Gate.Moment::words))
        + "\n"
        + row("---", Arrays.stream(Gate.Moment.values()).map(moment -> "---"))
        + "\n"
        + Gates.standard().gates().stream()
            .map(GatesPageTest::row)
            .collect(Collectors.joining("\n"));
  }

  private static String row(Gate gate) {
    return row(
        "`" + gate.name() + "`",
        Arrays.stream(Gate.Moment.values())
            .map(moment -> gate.moments().contains(moment) ? "yes" : ""));
  }

  private static String row(String first, Stream<String> cells) {
    return "| " + first + " | " + cells.collect(Collectors.joining(" | ")) + " |";
  }
}
