package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Exit;
import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.app.terminal.Report;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.promotion.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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
    return new Report(Standing.of(promotion).exitWhenAsked(), report.text(), report.fields());
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

  /** Returns where it stands in one line. */
  public static String line(Promotion promotion, Ink ink) {
    return Standing.of(promotion).colored(ink) + " " + promotion.id() + progress(promotion);
  }

  /** Returns the fields. */
  public static Map<String, @Nullable Object> fields(Promotion promotion, WaitView waits) {
    return Fields.of("id", promotion.id())
        .and("application", promotion.change().application())
        .and("stage", promotion.stage())
        .and("standing", Standing.of(promotion).word())
        .and("phase", promotion.phase())
        .and("phaseSince", promotion.phaseSince())
        .and("proposer", promotion.proposer().id())
        .and("proposedAt", promotion.proposedAt())
        .and("joined", promotion.joined().stream().map(Actor::id).toList())
        .and("change", ChangeView.fields(promotion.change()))
        .and("plan", promotion.lastPlan().map(PlanView::fields))
        .and("wave", promotion.wave())
        .and("bakedWaves", promotion.bakedWaves())
        .and("targets", promotion.targets().values().stream().map(TargetView::fields).toList())
        .and("gates", promotion.gates().stream().map(GateView::fields).toList())
        .and("approvals", promotion.approvals().stream().map(DecisionView::fields).toList())
        .and("waivers", promotion.waivers().stream().map(GateView::fields).toList())
        .and("revocations", promotion.revocations().stream().map(DecisionView::fields).toList())
        .and("evidence", promotion.evidence().stream().map(DecisionView::fields).toList())
        .and("reason", promotion.reason().map(ReasonView::fields))
        .and("supersededBy", promotion.supersededBy())
        .and("waits", waits.fields(promotion))
        .map();
  }

  private static Report report(Promotion promotion, WaitView waits, List<String> lines) {
    Standing standing = Standing.of(promotion);
    return new Report(
        standing.exit(),
        lines,
        Fields.of("outcome", standing.word()).and("promotion", fields(promotion, waits)).map());
  }

  private static List<String> next(Promotion promotion, WaitView waits, Ink ink) {
    List<String> lines = new ArrayList<>(GateView.waived(promotion));
    if (!promotion.phase().isFinal()) {
      lines.addAll(GateView.holding(promotion, ink));
    }
    if (Standing.of(promotion) != Standing.DONE) {
      promotion
          .reason()
          .ifPresent(
              reason ->
                  lines.addAll(
                      ReasonView.lines(
                          Standing.of(promotion).colored(ink), reason, promotion.id().value())));
    }
    lines.addAll(waits.blocks(promotion, ink));
    lines.add(ink.bold(line(promotion, ink)));
    if (Standing.of(promotion).exit() == Exit.UNFINISHED) {
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
