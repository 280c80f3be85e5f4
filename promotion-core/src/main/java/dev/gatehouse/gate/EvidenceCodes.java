package dev.gatehouse.gate;

import dev.gatehouse.reason.ReasonCode;

/** The codes of what facts can lack. */
final class EvidenceCodes {
  static final ReasonCode MISSING = ReasonCode.of("evidence-missing");
  static final ReasonCode STALE = ReasonCode.of("evidence-stale");
  static final ReasonCode UNKNOWN = ReasonCode.of("evidence-unknown");
  static final ReasonCode UNCLEAR = ReasonCode.of("evidence-unclear");
  static final ReasonCode NEGATIVE = ReasonCode.of("evidence-negative");
  static final ReasonCode CONFLICT = ReasonCode.of("evidence-conflict");
  static final ReasonCode ANOTHER = ReasonCode.of("evidence-about-another");
  static final ReasonCode UNTRUSTED = ReasonCode.of("evidence-untrusted");

  private EvidenceCodes() {}
}
