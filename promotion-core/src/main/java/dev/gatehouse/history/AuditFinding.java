package dev.gatehouse.history;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;

/** The words for what {@link AuditVerifier} finds. */
enum AuditFinding {
  ALTERED("ledger-row-altered", "This row is not the one that was written: its hash differs."),
  REPLACED("ledger-row-replaced", "This row was replaced by another one: the chain breaks here."),
  MISSING("ledger-row-missing", "This row is missing or later than it should be."),
  MISPLACED("ledger-row-misplaced", "This row is present twice, or later than it should be."),
  FORGED("ledger-row-forged", "This row was added after the recorded end of its stream."),
  TRUNCATED("ledger-truncated", "This row and all later ones of its stream are missing."),
  CHECKPOINT("ledger-checkpoint-broken", "This checkpoint is not the one that was written."),
  SEAL("ledger-seal-broken", "The rows that this checkpoint seals are not the ones it saw.");

  private static final String NEXT =
      "Stop promoting, keep this ledger as evidence, and compare it with an export or a backup.";

  private final String code;
  private final String what;

  AuditFinding(String code, String what) {
    this.code = code;
    this.what = what;
  }

  Reason at(StreamId stream, long version) {
    return at(stream + ", row " + version);
  }

  Reason at(String where) {
    return new Reason(ReasonCode.of(code), what, where, NEXT);
  }
}
