package dev.gatehouse.evidence;

import java.time.Instant;
import java.util.Optional;

/** A dated fact about a change, a target or a revision; immutable. */
public sealed interface Evidence {
  /** The shape of a fact; one constant per record. */
  enum Kind {
    MEASUREMENT,
    CONDITION,
    ATTESTATION
  }

  /** Returns the shape. */
  Kind kind();

  /**
   * Returns what it is about, such as {@code trust.tests}; the name that a control model asks for.
   */
  String check();

  /** Returns who says so. */
  String source();

  /** Returns when it was observed. */
  Instant at();

  /**
   * A number.
   *
   * @param check what was measured
   * @param source who measured
   * @param at when
   * @param value the number
   * @param unit its unit
   */
  record Measurement(String check, String source, Instant at, double value, String unit)
      implements Evidence {
    @Override
    public Kind kind() {
      return Kind.MEASUREMENT;
    }
  }

  /**
   * Something that is so, is not so, or is unknown.
   *
   * @param check what was looked at
   * @param source who looked
   * @param at when
   * @param status the answer
   * @param detail one sentence for people
   */
  record Condition(String check, String source, Instant at, Status status, String detail)
      implements Evidence {
    /** The answer of a condition; unknown never counts as true. */
    public enum Status {
      TRUE,
      FALSE,
      UNKNOWN
    }

    @Override
    public Kind kind() {
      return Kind.CONDITION;
    }
  }

  /**
   * A statement that somebody made about an artifact.
   *
   * @param check what is stated
   * @param source who stated it
   * @param at when
   * @param subject the digest or commit it is about
   * @param link where it can be read
   */
  record Attestation(String check, String source, Instant at, String subject, Optional<String> link)
      implements Evidence {
    @Override
    public Kind kind() {
      return Kind.ATTESTATION;
    }
  }
}
