package dev.gatehouse.view;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.approval.Revocation;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Subject;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Approvals, revocations and facts as data. */
public final class DecisionFields {
  private DecisionFields() {}

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

  /** Returns what the fact says, as text. */
  public static String value(Evidence fact) {
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
