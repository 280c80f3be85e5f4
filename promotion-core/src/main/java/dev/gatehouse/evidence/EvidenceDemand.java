package dev.gatehouse.evidence;

import dev.gatehouse.change.CanonicalDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A fact that a control model asks for before a start.
 *
 * @param check the name of the fact
 * @param maxAge how old it may be; empty means any age
 * @param bound what the number has to keep to; empty asks for a condition that is true
 * @param shape the only shape that meets it; empty means any that says yes
 * @param sources the sources whose facts count; empty means every source
 */
public record EvidenceDemand(
    CheckName check,
    Optional<Duration> maxAge,
    Optional<Bound> bound,
    Optional<Evidence.Kind> shape,
    Set<SourceName> sources)
    implements CanonicalDigest.Grown {
  /** Copies the set in a stable order. */
  public EvidenceDemand {
    sources = Collections.unmodifiableSet(new TreeSet<>(sources));
  }

  /** Creates a demand that any source meets. */
  public EvidenceDemand(CheckName check, Optional<Duration> maxAge, Optional<Bound> bound) {
    this(check, maxAge, bound, Optional.empty(), Set.of());
  }

  /** Returns a demand without a limit of age. */
  public static EvidenceDemand of(String check) {
    return new EvidenceDemand(CheckName.of(check), Optional.empty(), Optional.empty());
  }

  /** Returns a demand for a fact that is not older than this. */
  public static EvidenceDemand of(String check, Duration maxAge) {
    return new EvidenceDemand(CheckName.of(check), Optional.of(maxAge), Optional.empty());
  }

  /** Returns this demand, met only by facts of these sources. */
  public EvidenceDemand from(SourceName... trusted) {
    return new EvidenceDemand(check, maxAge, bound, shape, Set.of(trusted));
  }

  /** Returns this demand, met only by a statement about an artifact or commit of the change. */
  public EvidenceDemand attested() {
    return new EvidenceDemand(
        check, maxAge, bound, Optional.of(Evidence.Kind.ATTESTATION), sources);
  }

  /** Returns whether facts of this source count. */
  public boolean trusts(SourceName source) {
    return sources.isEmpty() || sources.contains(source);
  }

  /** Returns whether the fact is still fresh; a fact dated in the future is not. */
  public boolean isFresh(Evidence evidence, Instant now) {
    return !evidence.at().isAfter(now)
        && maxAge.map(age -> !evidence.at().plus(age).isBefore(now)).orElse(true);
  }

  /** A plan keeps the hash that people approved before there were these components. */
  @Override
  public int digested() {
    if (!sources.isEmpty()) {
      return 5;
    }
    if (shape.isPresent()) {
      return 4;
    }
    return bound.isPresent() ? 3 : 2;
  }
}
