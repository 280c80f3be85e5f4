package dev.gatehouse.gate;

import dev.gatehouse.approval.Waiver;
import dev.gatehouse.reason.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a gate says; passed and waived open it, everything else holds. */
public sealed interface GateVerdict {
  /** The kind of verdict; one constant per record. */
  enum Outcome {
    PASSED,
    WAIVED,
    PENDING,
    FAILED,
    INCONCLUSIVE
  }

  /** Returns the kind. */
  Outcome outcome();

  /** Returns whether the gate lets the promotion through. */
  default boolean opens() {
    return outcome() == Outcome.PASSED || outcome() == Outcome.WAIVED;
  }

  /** Returns why it holds, or empty when it opens. */
  default Optional<Reason> holdReason() {
    return Optional.empty();
  }

  /** Returns when asking again makes sense, or empty when only an event can change the answer. */
  default Optional<Instant> looksAgainAt() {
    return Optional.empty();
  }

  /** The condition is met. */
  record Passed(List<String> evidence) implements GateVerdict {
    /** Copies the list. */
    public Passed {
      evidence = List.copyOf(evidence);
    }

    @Override
    public Outcome outcome() {
      return Outcome.PASSED;
    }
  }

  /** The condition is not met, and someone answers for going on. */
  record Waived(Waiver by) implements GateVerdict {
    @Override
    public Outcome outcome() {
      return Outcome.WAIVED;
    }
  }

  /** The condition is not met yet; time or a person can change that. */
  record Pending(Reason reason, Instant recheckAt) implements GateVerdict {
    @Override
    public Outcome outcome() {
      return Outcome.PENDING;
    }

    @Override
    public Optional<Reason> holdReason() {
      return Optional.of(reason);
    }

    @Override
    public Optional<Instant> looksAgainAt() {
      return Optional.of(recheckAt);
    }
  }

  /** The condition is broken; only a new change or a waiver can continue. */
  record Failed(Reason reason) implements GateVerdict {
    @Override
    public Outcome outcome() {
      return Outcome.FAILED;
    }

    @Override
    public Optional<Reason> holdReason() {
      return Optional.of(reason);
    }
  }

  /** Nobody can tell; missing or stale evidence holds. */
  record Inconclusive(Reason reason, Instant recheckAt) implements GateVerdict {
    @Override
    public Outcome outcome() {
      return Outcome.INCONCLUSIVE;
    }

    @Override
    public Optional<Reason> holdReason() {
      return Optional.of(reason);
    }

    @Override
    public Optional<Instant> looksAgainAt() {
      return Optional.of(recheckAt);
    }
  }
}
