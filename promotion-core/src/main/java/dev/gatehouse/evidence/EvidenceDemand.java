package dev.gatehouse.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact that a control model asks for before a start.
 *
 * @param check the name of the fact, such as {@code trust.tests}
 * @param maxAge how old it may be; empty means any age
 */
public record EvidenceDemand(String check, Optional<Duration> maxAge) {
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
}
