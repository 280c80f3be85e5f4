package dev.gatehouse.evidence;

import java.time.Instant;
import java.util.Optional;

/** A dated fact about a change, a target or a revision, stated by a source; immutable. */
public sealed interface Evidence {
  /** The shape of a fact; one constant per record. */
  enum Kind {
    MEASUREMENT,
    CONDITION,
    ATTESTATION
  }

  /** Returns the shape. */
  Kind kind();

  /** Returns what was looked at, such as {@code trust.tests}; the name that a rule asks for. */
  CheckName check();

  /** Returns who says so. */
  SourceName source();

  /** Returns when it was observed. */
  Instant at();

  /** Returns what it is about; empty means the change of the promotion that it is recorded with. */
  Optional<Subject> about();

  /** Returns the same fact as stated by this source about this subject. */
  Evidence stated(SourceName by, Optional<Subject> subject);

  /**
   * A number.
   *
   * @param check what was measured
   * @param source who measured
   * @param at when
   * @param value the number
   * @param unit its unit
   * @param about what was measured on; empty means the promotion's own change
   */
  record Measurement(
      CheckName check,
      SourceName source,
      Instant at,
      double value,
      String unit,
      Optional<Subject> about)
      implements Evidence {
    /** Creates a number about the change of the promotion that it is recorded with. */
    public Measurement(String check, String source, Instant at, double value, String unit) {
      this(CheckName.of(check), SourceName.of(source), at, value, unit, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.MEASUREMENT;
    }

    @Override
    public Measurement stated(SourceName by, Optional<Subject> subject) {
      return new Measurement(check, by, at, value, unit, subject);
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
   * @param about what was looked at; empty means the promotion's own change
   */
  record Condition(
      CheckName check,
      SourceName source,
      Instant at,
      Status status,
      String detail,
      Optional<Subject> about)
      implements Evidence {
    /** The answer of a condition; unknown never counts as true. */
    public enum Status {
      TRUE,
      FALSE,
      UNKNOWN
    }

    /** Creates a condition about the change of the promotion that it is recorded with. */
    public Condition(String check, String source, Instant at, Status status, String detail) {
      this(CheckName.of(check), SourceName.of(source), at, status, detail, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.CONDITION;
    }

    @Override
    public Condition stated(SourceName by, Optional<Subject> subject) {
      return new Condition(check, by, at, status, detail, subject);
    }
  }

  /**
   * A statement about an artifact or a commit.
   *
   * @param check what is stated
   * @param source who stated it
   * @param at when
   * @param subject the digest or commit it is about
   * @param link where it can be read
   * @param about what else it is about; empty means the promotion's own change
   */
  record Attestation(
      CheckName check,
      SourceName source,
      Instant at,
      String subject,
      Optional<String> link,
      Optional<Subject> about)
      implements Evidence {
    /** Creates a statement in the promotion that it is recorded with. */
    public Attestation(
        String check, String source, Instant at, String subject, Optional<String> link) {
      this(CheckName.of(check), SourceName.of(source), at, subject, link, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.ATTESTATION;
    }

    @Override
    public Attestation stated(SourceName by, Optional<Subject> on) {
      return new Attestation(check, by, at, subject, link, on);
    }
  }
}
