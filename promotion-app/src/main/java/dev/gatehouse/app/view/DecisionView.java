package dev.gatehouse.app.view;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.approval.Revocation;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.promotion.Promotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Returns the fields of an approval. */
  public static Map<String, @Nullable Object> fields(Approval approval) {
    return Fields.of("by", approval.by().id())
        .and("plan", approval.planHash())
        .and("at", approval.at())
        .and("comment", approval.comment())
        .map();
  }

  /** Returns the fields of a revocation. */
  public static Map<String, @Nullable Object> fields(Revocation revocation) {
    return Fields.of("gate", revocation.gate())
        .and("of", revocation.of())
        .and("by", revocation.by().id())
        .and("at", revocation.at())
        .and("why", revocation.why())
        .map();
  }

  /** Returns the fields of a fact. */
  public static Map<String, @Nullable Object> fields(Evidence fact) {
    return Fields.of("check", fact.check())
        .and("value", value(fact))
        .and("source", fact.source())
        .and("at", fact.at())
        .and("about", fact.about().map(Subject::text))
        .map();
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
        + value(fact)
        + " by "
        + fact.source()
        + " at "
        + Shown.time(fact.at())
        + fact.about()
            .filter(Subject::isNarrow)
            .map(subject -> " about " + subject.text())
            .orElse("");
  }

  private static String value(Evidence fact) {
    return switch (fact.kind()) {
      case MEASUREMENT -> {
        Evidence.Measurement measured = (Evidence.Measurement) fact;
        yield measured.value() + (measured.unit().isBlank() ? "" : " " + measured.unit());
      }
      case CONDITION ->
          ((Evidence.Condition) fact).status().name().toLowerCase(java.util.Locale.ROOT);
      case ATTESTATION -> ((Evidence.Attestation) fact).subject();
    };
  }
}
