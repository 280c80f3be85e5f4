package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.risk.Exposure;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskFactor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shows a {@link RiskAssessment}: the verdict, and each factor with its sentence. */
public final class RiskView {
  private static final int SHOWN = 3;

  private RiskView() {}

  /** Returns the verdict in its colour. */
  public static String label(RiskAssessment risk, Ink ink) {
    if (!risk.effect()) {
      return ink.green("no effect on any object");
    }
    return switch (risk.level()) {
      case LOW -> ink.green(risk.label());
      case MEDIUM -> ink.yellow(risk.label());
      default -> ink.red(risk.label());
    };
  }

  /** Returns a line for each factor and for what it demands first. */
  public static List<String> factors(RiskAssessment risk) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (RiskFactor factor : risk.factors()) {
      if (seen.merge(factor.rule(), 1, Integer::sum) > SHOWN) {
        continue;
      }
      lines.add(factor.rule() + "  " + factor.floor() + "  " + Shown.text(factor.sentence()));
      factor.blocker().ifPresent(first -> lines.add("    first: " + first));
    }
    seen.forEach(
        (rule, count) -> {
          if (count > SHOWN) {
            lines.add(rule + "  and " + (count - SHOWN) + " more");
          }
        });
    return lines;
  }

  /** Returns how far it reaches, in one line. */
  public static String reach(RiskAssessment risk) {
    Exposure reach = risk.exposure();
    return reach.shards().size()
        + " of "
        + reach.shardsTotal()
        + " shards ("
        + String.join(", ", reach.shards())
        + ")"
        + (reach.tenants().isEmpty() ? "" : "; tenants " + String.join(", ", reach.tenants()))
        + (reach.tierOne() ? "; tier 1" : "");
  }
}
