package dev.gatehouse.risk;

import dev.gatehouse.ReferencePage;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RiskRulesPageTest {
  private static final String HEAD =
      """
      # Risk rules

      Every rule that Gatehouse brings. This page is written from the rules and from the examples in their tests: `mvn
      test -pl promotion-core -Dtest=RiskRulesPageTest -Dgatehouse.docs.update=true` writes it again.

      A change gets the highest class and the worst reversibility of all rules that apply. Its level is the highest floor,
      or what impact and past success give where that is higher. A rule that **refuses** stops the change until its remedy
      is done. What each class and level asks for is in [control-models.md](control-models.md).

      | Reversibility | Way back |
      |---|---|
      %s
      | Impact | Past success high | medium | low |
      |---|---|---|---|
      | 1: one shard, one application, one tenant | LOW | LOW | MEDIUM |
      | 2: up to 5 applications on up to a quarter of the shards | LOW | MEDIUM | HIGH |
      | 3: more, a tier-1 application, or something that tenants share | MEDIUM | HIGH | HIGH |

      Fewer than ten promotions in 90 days count as medium. An object of an unknown kind is infrastructure MEDIUM; a file that
      cannot be read is HIGH. A change that alters no object has no effect on any shard and needs no gate.
      """;

  @Test
  void thePageSaysWhatTheRulesSay() {
    String ways =
        List.of(Reversibility.values()).stream()
            .map(way -> "| " + way + " | " + way.meaning() + " |\n")
            .collect(Collectors.joining());
    String rules =
        StandardRules.all(KnownKinds.standard()).stream()
            .map(RiskRulesPageTest::section)
            .collect(Collectors.joining());
    ReferencePage.check("risk-rules.md", HEAD.formatted(ways) + rules);
  }

  private static String section(RiskRule rule) {
    List<Example> examples =
        RuleExamples.all().stream().filter(e -> e.rule().equals(rule.id())).toList();
    RiskFactor factor = rule.assess(examples.get(0).diff(), examples.get(0).input()).get(0);
    List<String> severities =
        rule.severities().stream().map(RiskRulesPageTest::plain).distinct().toList();
    List<String> refusals =
        examples.stream()
            .flatMap(e -> rule.assess(e.diff(), e.input()).stream())
            .flatMap(f -> f.blocker().stream())
            .distinct()
            .limit(1)
            .toList();
    return "\n## "
        + rule.id()
        + "\n\nLooks for "
        + rule.looksFor()
        + ".\n\n- Gives: "
        + String.join("; ", severities)
        + "\n- Example: `"
        + factor.sentence()
        + "`\n"
        + refusals.stream()
            .map(text -> "- Refuses until: " + text + "\n")
            .collect(Collectors.joining());
  }

  private static String plain(Severity severity) {
    return severity.label();
  }
}
