package dev.gatehouse.identity;

/** What an actor may do; rights are granted by verb. */
public enum Verb {
  SEE,
  PROPOSE,

  /** Record facts; their source is the actor. */
  ATTEST,
  APPROVE,
  REJECT,
  WAIVE,
  ABORT,
  EXECUTE,
  ADMINISTER
}
