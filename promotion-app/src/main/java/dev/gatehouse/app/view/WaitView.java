package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.Wait;
import dev.gatehouse.promotion.Waits;
import dev.gatehouse.view.WaitFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows what promotions wait for at one moment.
 *
 * @param rules the rules in force
 * @param now the moment
 */
public record WaitView(Rulebook rules, Instant now) {
  /** Returns each thing that the promotion waits for. */
  public List<Wait> of(Promotion promotion) {
    return Waits.of(promotion, rules, now);
  }

  /** Returns a line for each; what a gate holds is shown by the gate. */
  public List<String> lines(Promotion promotion) {
    return of(promotion).stream()
        .filter(wait -> wait.kind() != Wait.Kind.GATE)
        .map(wait -> Shown.text(wait.line(now)))
        .toList();
  }

  /** Returns a line for each, also for what gates hold. */
  public List<String> all(Promotion promotion) {
    return of(promotion).stream().map(wait -> Shown.text(wait.line(now))).toList();
  }

  /** Returns a block of lines for each: what, who holds it, what ends it. */
  List<String> blocks(Promotion promotion, Ink ink) {
    List<String> lines = new ArrayList<>();
    for (Wait wait : of(promotion)) {
      if (wait.kind() != Wait.Kind.GATE && wait.kind() != Wait.Kind.PROCESS) {
        lines.add(ink.yellow(ink.bold("WAITS")) + ": " + Shown.text(wait.line(now)));
        lines.add("  by     " + wait.holder());
        lines.add("  ends   " + Shown.text(StepWords.TYPED.end(wait)));
      }
    }
    return lines;
  }

  /** Returns the fields of each. */
  public List<Map<String, @Nullable Object>> fields(Promotion promotion) {
    return of(promotion).stream().map(wait -> WaitFields.of(wait, StepWords.TYPED)).toList();
  }
}
