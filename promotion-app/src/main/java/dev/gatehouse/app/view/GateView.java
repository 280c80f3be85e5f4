package dev.gatehouse.app.view;

import dev.gatehouse.app.terminal.Ink;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.promotion.Promotion;
import java.util.ArrayList;
import java.util.List;

/** Shows what the gates of a promotion said last. */
public final class GateView {
  private GateView() {}

  /**
   * Returns the reason of each gate that holds, as a block of lines; where a gate refuses, the ones
   * that merely wait are only named.
   */
  static List<String> holding(Promotion promotion, Ink ink) {
    List<String> lines = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    for (GateResult result : promotion.holding()) {
      if (promotion.isRefused() && !isFailed(result)) {
        waiting.add(result.gate().value());
      } else {
        lines.addAll(block(result, promotion, ink));
      }
    }
    if (!waiting.isEmpty()) {
      lines.add("These gates also hold: " + String.join(", ", waiting) + ".");
    }
    return lines;
  }

  private static List<String> block(GateResult result, Promotion promotion, Ink ink) {
    String head = isFailed(result) ? ink.red(ink.bold("REFUSED")) : ink.yellow(ink.bold("HELD"));
    List<String> lines = new ArrayList<>();
    result
        .verdict()
        .holdReason()
        .ifPresent(
            reason ->
                lines.addAll(
                    ReasonView.lines(
                        head + " by gate " + result.gate() + ":", reason, promotion.id().value())));
    result
        .verdict()
        .looksAgainAt()
        .ifPresent(at -> lines.add("  again  rechecked at " + Shown.time(at)));
    return lines;
  }

  private static boolean isFailed(GateResult result) {
    return result.verdict().outcome() == GateVerdict.Outcome.FAILED;
  }

  /** Returns one line for each gate that a waiver lifted, also where it was revoked since. */
  static List<String> waived(Promotion promotion) {
    List<String> lines = new ArrayList<>();
    for (GateResult result : promotion.gates()) {
      if (result.verdict() instanceof GateVerdict.Waived waived) {
        lines.add(
            isRevoked(promotion, result)
                ? "REVOKED the waiver of gate "
                    + result.gate()
                    + ": the gate is asked again before anything more is written"
                : "WAIVED gate " + result.gate() + " " + line(waived.by()));
      }
    }
    return lines;
  }

  /** The gates answered before the revocation, and have not been asked since. */
  private static boolean isRevoked(Promotion promotion, GateResult result) {
    return !promotion.phase().isFinal()
        && promotion.waivers().stream().noneMatch(w -> w.gate().equals(result.gate()));
  }

  /** Returns who is responsible for a waiver, why and until when. */
  static String line(Waiver waiver) {
    return "by "
        + waiver.grantedBy()
        + waiver.confirmedBy().map(second -> " and " + second).orElse("")
        + ", owner "
        + waiver.owner()
        + ", until "
        + Shown.time(waiver.expiresAt())
        + ": "
        + waiver.justification();
  }
}
