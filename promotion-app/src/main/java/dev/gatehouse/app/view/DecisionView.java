package dev.gatehouse.app.view;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.view.DecisionFields;
import java.util.ArrayList;
import java.util.List;

/** Shows what people and pipelines brought to a promotion: approvals, waivers and facts. */
public final class DecisionView {
  private DecisionView() {}

  /** Returns one line for each. */
  public static List<String> lines(Promotion promotion) {
    List<String> lines = new ArrayList<>();
    promotion.approvals().forEach(a -> lines.add("approved " + line(a, promotion)));
    promotion
        .waivers()
        .forEach(w -> lines.add("waiver   of gate " + w.gate() + " " + GateView.line(w)));
    promotion
        .revocations()
        .forEach(
            r ->
                lines.add(
                    "revoked  of gate "
                        + r.gate()
                        + ", given by "
                        + r.of()
                        + ", by "
                        + r.by().id()
                        + ": "
                        + r.why()));
    promotion.evidence().forEach(fact -> lines.add("fact     " + line(fact)));
    return lines;
  }

  private static String line(Approval approval, Promotion promotion) {
    boolean current =
        promotion.lastPlan().map(p -> p.hash().equals(approval.planHash())).orElse(false);
    return "by "
        + approval.by().id()
        + " for plan "
        + approval.planHash().brief()
        + (current ? "" : " (void: the plan is another one now)")
        + (isBarred(approval, promotion) ? " (void: wrote or proposed the change)" : "")
        + (approval.comment().isBlank() ? "" : ": " + approval.comment());
  }

  private static boolean isBarred(Approval approval, Promotion promotion) {
    boolean separated =
        promotion.lastPlan().map(p -> p.controls().approval().separationOfDuties()).orElse(false);
    return separated && promotion.involved(Directory.EMPTY).includes(approval.by().id());
  }

  private static String line(Evidence fact) {
    return fact.check()
        + "="
        + DecisionFields.value(fact)
        + " by "
        + fact.source()
        + " at "
        + Shown.time(fact.at())
        + fact.about()
            .filter(Subject::isNarrow)
            .map(subject -> " about " + subject.text())
            .orElse("");
  }
}
