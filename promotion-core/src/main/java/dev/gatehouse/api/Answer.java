package dev.gatehouse.api;

import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;

/** The answer to a call: done, or refused with a reason. */
public sealed interface Answer {
  /** The kind of answer; one constant per record. */
  enum Kind {
    ACCEPTED,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /** It was done; this is the promotion now. */
  record Accepted(Promotion promotion) implements Answer {
    @Override
    public Kind kind() {
      return Kind.ACCEPTED;
    }
  }

  /** It was not done, and nothing changed. */
  record Refused(Reason reason) implements Answer {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }
  }
}
