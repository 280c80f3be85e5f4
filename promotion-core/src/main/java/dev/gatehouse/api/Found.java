package dev.gatehouse.api;

import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;

/** What a search for one promotion came to; what the caller may not see is never found. */
public sealed interface Found {
  /** The kind of answer; one constant per record. */
  enum Kind {
    ONE,
    NONE,
    SEVERAL,
    REFUSED
  }

  /** Returns the kind. */
  Kind kind();

  /** Returns why it is not exactly one; empty for {@link One}. */
  Optional<Reason> why();

  /** Exactly this one was meant. */
  record One(PromotionSummary promotion) implements Found {
    @Override
    public Kind kind() {
      return Kind.ONE;
    }

    @Override
    public Optional<Reason> why() {
      return Optional.empty();
    }
  }

  /** The caller sees no such promotion; one that it may not see reads the same. */
  record None(Reason reason) implements Found {
    @Override
    public Kind kind() {
      return Kind.NONE;
    }

    @Override
    public Optional<Reason> why() {
      return Optional.of(reason);
    }
  }

  /**
   * Any of these may be meant; the caller may see them all.
   *
   * @param reason what to do next
   * @param candidates the first few, in the order of their ids
   */
  record Several(Reason reason, List<PromotionSummary> candidates) implements Found {
    /** Copies the list. */
    public Several {
      candidates = List.copyOf(candidates);
    }

    @Override
    public Kind kind() {
      return Kind.SEVERAL;
    }

    @Override
    public Optional<Reason> why() {
      return Optional.of(reason);
    }
  }

  /** The caller may see nothing where it searched, whatever is there. */
  record Refused(Reason reason) implements Found {
    @Override
    public Kind kind() {
      return Kind.REFUSED;
    }

    @Override
    public Optional<Reason> why() {
      return Optional.of(reason);
    }
  }
}
