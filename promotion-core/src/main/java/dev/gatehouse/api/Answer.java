package dev.gatehouse.api;

import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Reason;
import java.util.List;

/** The answer to a call: done, or refused with a reason. */
public sealed interface Answer {
  /** The kind of answer; one constant per record. */
  enum Kind {
    ACCEPTED,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /**
   * It was done; this is the promotion now.
   *
   * @param promotion the promotion
   * @param notices what was accepted and looks like a mistake
   */
  record Accepted(Promotion promotion, List<Reason> notices) implements Answer {
    /** Copies the list. */
    public Accepted {
      notices = List.copyOf(notices);
    }

    /** Creates an answer without a notice. */
    public Accepted(Promotion promotion) {
      this(promotion, List.of());
    }

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
