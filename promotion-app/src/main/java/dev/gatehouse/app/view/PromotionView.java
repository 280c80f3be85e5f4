package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.PromotionStatus;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.PromotionFields;
import java.util.ArrayList;
import java.util.List;

/** Shows a {@link Promotion}: in one line, by what comes next, or with everything that is known. */
public final class PromotionView {
  private PromotionView() {}

  /** Returns the report of a command that followed this promotion; going on is not the end. */
  public static Report followed(Promotion promotion, WaitView waits, Ink ink) {
    return report(promotion, waits, next(promotion, waits, ink));
  }

  /** Returns the report of a command that changed this promotion, and so did what it was to do. */
  public static Report brief(Promotion promotion, WaitView waits, Ink ink) {
    return asked(promotion, report(promotion, waits, next(promotion, waits, ink)));
  }

  /** Returns the same with the plan on top. */
  public static Report withPlan(Promotion promotion, WaitView waits, Ink ink) {
    List<String> lines = new ArrayList<>();
    promotion.lastPlan().ifPresent(plan -> lines.addAll(PlanView.lines(plan, ink)));
    lines.addAll(next(promotion, waits, ink));
    return asked(promotion, report(promotion, waits, lines));
  }

  private static Report asked(Promotion promotion, Report report) {
    return new Report(
        StatusView.exitWhenAsked(PromotionStatus.of(promotion)), report.text(), report.fields());
  }

  /** Returns the report with everything that is known. */
  public static Report inDetail(Promotion promotion, WaitView waits, Ink ink) {
    List<String> lines = new ArrayList<>();
    promotion.lastPlan().ifPresent(plan -> lines.addAll(PlanView.lines(plan, ink)));
    lines.add(ink.bold("HISTORY"));
    lines.add(
        "  proposed by " + promotion.proposer().id() + " at " + Shown.time(promotion.proposedAt()));
    promotion.joined().forEach(by -> lines.add("  proposed again by " + by.id()));
    DecisionView.lines(promotion).forEach(line -> lines.add("  " + line));
    promotion.targets().values().forEach(t -> lines.add("  target   " + TargetView.line(t)));
    lines.addAll(next(promotion, waits, ink));
    return report(promotion, waits, lines);
  }

  /** Returns where it is in one line. */
  public static String line(Promotion promotion, Ink ink) {
    return StatusView.colored(PromotionStatus.of(promotion), ink)
        + " "
        + promotion.id()
        + progress(promotion);
  }

  private static Report report(Promotion promotion, WaitView waits, List<String> lines) {
    PromotionStatus status = PromotionStatus.of(promotion);
    return new Report(
        StatusView.exit(status),
        lines,
        Fields.of("outcome", status.word())
            .and("promotion", PromotionFields.of(promotion, waits.of(promotion), StepWords.TYPED))
            .map());
  }

  private static List<String> next(Promotion promotion, WaitView waits, Ink ink) {
    List<String> lines = new ArrayList<>(GateView.waived(promotion));
    if (!promotion.phase().isFinal()) {
      lines.addAll(GateView.holding(promotion, ink));
    }
    if (PromotionStatus.of(promotion) != PromotionStatus.DONE) {
      promotion
          .reason()
          .ifPresent(
              reason ->
                  lines.addAll(
                      ReasonView.lines(
                          StatusView.colored(PromotionStatus.of(promotion), ink),
                          reason,
                          promotion.id().value())));
    }
    lines.addAll(waits.blocks(promotion, ink));
    lines.add(ink.bold(line(promotion, ink)));
    if (PromotionStatus.of(promotion).isUnfinished()) {
      lines.add("  next   not finished yet: gatehouse run   (drives every target that is due)");
    }
    return lines;
  }

  private static String progress(Promotion promotion) {
    int waves =
        promotion.lastPlan().stream()
            .flatMap(plan -> plan.waves().stream())
            .mapToInt(dev.gatehouse.plan.Wave::number)
            .max()
            .orElse(0);
    if (waves == 0) {
      return promotion.lastPlan().isPresent()
          ? ": nothing to change"
          : promotion.phase().isFinal()
              ? ": ended before a plan was made; nothing was written"
              : ": not planned yet";
    }
    if (promotion.wave() == 0) {
      return ": no wave started, " + waves + " to go";
    }
    long live =
        promotion.targets().values().stream()
            .filter(t -> t.step() == dev.gatehouse.promotion.TargetState.Step.LIVE)
            .count();
    return ": wave " + promotion.wave() + " of " + waves + ", " + live + " live";
  }
}
