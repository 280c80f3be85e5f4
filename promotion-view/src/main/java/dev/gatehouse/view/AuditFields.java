package dev.gatehouse.view;

import dev.gatehouse.history.AuditReport;
import dev.gatehouse.reason.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of verifying a ledger as data. */
public final class AuditFields {
  private AuditFields() {}

  /**
   * Returns the fields.
   *
   * @param ledger the ledger or the export that was verified, for people
   */
  public static Map<String, @Nullable Object> of(
      AuditReport audit, String ledger, StepWording words) {
    return Fields.of("outcome", audit.isIntact() ? "done" : "altered")
        .and("ledger", ledger)
        .and("entries", audit.entries())
        .and("promotions", audit.promotions())
        .and("checkpoints", audit.checkpoints())
        .and("forgotten", audit.forgotten())
        .and("firstBad", audit.firstBad().map((Reason reason) -> ReasonFields.of(reason, words)))
        .map();
  }
}
