package dev.gatehouse.app.view;

import dev.gatehouse.api.Listing;
import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionStatus;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.Spans;
import dev.gatehouse.view.PromotionListFields;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Shows many promotions as a table, the newest first. */
public final class ListView {
  private ListView() {}

  /**
   * Returns the table.
   *
   * @param none what to say where there is none
   */
  public static Report of(Listing.Shown<Promotion> page, String none, WaitView waits, Ink ink) {
    List<Promotion> promotions = page.items();
    List<String> lines = new ArrayList<>();
    if (promotions.isEmpty()) {
      lines.add(none);
    } else {
      int width = promotions.stream().mapToInt(p -> p.id().value().length()).max().orElse(9);
      lines.add(ink.bold(pad("PROMOTION", width) + "  STANDING  RISK                 SINCE"));
      promotions.forEach(promotion -> lines.addAll(row(promotion, width, waits, ink)));
    }
    page.next()
        .ifPresent(last -> lines.add(ink.dim("There are more: gatehouse status --after " + last)));
    return new Report(Exit.DONE, lines, PromotionListFields.of(page, waits::of, StepWords.TYPED));
  }

  private static List<String> row(Promotion promotion, int width, WaitView waits, Ink ink) {
    PromotionStatus status = PromotionStatus.of(promotion);
    String risk =
        promotion
            .lastPlan()
            .map(
                p ->
                    p.risk().changeClass().name().toLowerCase(java.util.Locale.ROOT)
                        + " "
                        + p.risk().level())
            .orElse("-");
    String line =
        pad(promotion.id().value(), width)
            + "  "
            + StatusView.colored(status, ink)
            + " ".repeat(Math.max(0, 10 - status.name().length()))
            + pad(risk, 21)
            + Spans.text(
                Duration.between(promotion.phaseSince(), waits.now())
                    .truncatedTo(java.time.temporal.ChronoUnit.SECONDS));
    List<String> lines = new ArrayList<>(List.of(line));
    reasons(promotion)
        .forEach(reason -> lines.add("    " + reason.code() + ": " + Shown.text(reason.what())));
    waits.lines(promotion).forEach(wait -> lines.add("    waits: " + wait));
    return lines;
  }

  private static Stream<Reason> reasons(Promotion promotion) {
    if (promotion.phase().isFinal() || promotion.holding().isEmpty()) {
      return promotion.reason().stream();
    }
    return promotion.holding().stream()
        .map(GateResult::verdict)
        .filter(v -> !promotion.isRefused() || v.outcome() == GateVerdict.Outcome.FAILED)
        .flatMap(verdict -> verdict.holdReason().stream());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
