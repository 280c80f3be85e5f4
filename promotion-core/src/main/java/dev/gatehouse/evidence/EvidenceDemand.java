package dev.gatehouse.evidence;

import dev.gatehouse.change.CanonicalDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact that a control model asks for before a start.
 *
 * @param check the name of the fact, such as {@code trust.tests}
 * @param maxAge how old it may be; empty means any age
 * @param bound what the number has to keep to; empty asks for a condition that is true
 */
public record EvidenceDemand(String check, Optional<Duration> maxAge, Optional<Bound> bound)
    implements CanonicalDigest.Grown {
  /** Creates a demand for a condition that is true. */
  public EvidenceDemand(String check, Optional<Duration> maxAge) {
    this(check, maxAge, Optional.empty());
  }

  /** Returns a demand without a limit of age. */
  public static EvidenceDemand of(String check) {
    return new EvidenceDemand(check, Optional.empty());
  }

  /** Returns a demand for a fact that is not older than this. */
  public static EvidenceDemand of(String check, Duration maxAge) {
    return new EvidenceDemand(check, Optional.of(maxAge));
  }

  /** Tells whether the fact is still fresh; a fact dated in the future is not. */
  public boolean isFresh(Evidence evidence, Instant now) {
    return !evidence.at().isAfter(now)
        && maxAge.map(age -> !evidence.at().plus(age).isBefore(now)).orElse(true);
  }

  /** A plan without a bound keeps the hash that people approved before there were bounds. */
  @Override
  public int digested() {
    return bound.isPresent() ? 3 : 2;
  }
}
