package dev.gatehouse.risk;

/** Turns a diff into an assessment; pure and thread-safe. */
public interface RiskModel {
  /** Returns the assessment; what cannot be read is HIGH, never an exception. */
  RiskAssessment assess(RiskInput input);
}
