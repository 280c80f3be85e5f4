package dev.gatehouse.testkit;

/** What can go wrong when a remote is asked for its tip or is pushed to. */
public enum GitFault {
  NONE,
  /** The remote does not answer, and nothing happened. */
  DOWN,
  /** The push is refused as a race, and nothing happened. */
  RACE,
  /** The push is refused until a person acts, and nothing happened. */
  REFUSED,
  /** The push is applied, and the answer is lost. */
  ANSWER_LOST,
  /** Someone else commits just before. */
  OUTSIDE_COMMIT,
  /** Someone throws the last commit away just before. */
  FORCE_PUSH
}
