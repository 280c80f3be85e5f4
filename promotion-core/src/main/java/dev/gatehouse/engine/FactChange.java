package dev.gatehouse.engine;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.EvidenceDemand;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Returns whether what a source says has to be recorded; pure. */
final class FactChange {
  private FactChange() {}

  /**
   * A fact is news when it differs from the newest one of its source, or when that one has used up
   * half of the age that a demand allows: a source that keeps confirming never grows stale.
   */
  static boolean isNews(Evidence fact, List<Evidence> recorded, List<EvidenceDemand> demands) {
    Optional<Evidence> last =
        recorded.stream()
            .filter(
                old ->
                    old.check().equals(fact.check())
                        && old.source().equals(fact.source())
                        && old.about().equals(fact.about()))
            .max(Comparator.comparing(Evidence::at));
    return last.map(old -> !isSame(old, fact) || isHalfSpent(old, fact, demands)).orElse(true);
  }

  /** The words beside an answer, and when it was given, are not the answer. */
  private static boolean isSame(Evidence old, Evidence fact) {
    if (old.kind() != fact.kind()) {
      return false;
    }
    return switch (fact.kind()) {
      case MEASUREMENT ->
          Double.compare(
                  ((Evidence.Measurement) old).value(), ((Evidence.Measurement) fact).value())
              == 0;
      case CONDITION -> ((Evidence.Condition) old).status() == ((Evidence.Condition) fact).status();
      case ATTESTATION ->
          ((Evidence.Attestation) old).subject().equals(((Evidence.Attestation) fact).subject());
    };
  }

  private static boolean isHalfSpent(Evidence old, Evidence fact, List<EvidenceDemand> demands) {
    return demands.stream()
        .filter(demand -> demand.check().equals(fact.check()))
        .flatMap(demand -> demand.maxAge().stream())
        .min(Comparator.naturalOrder())
        .map(age -> isPast(old.at(), age.dividedBy(2), fact.at()))
        .orElse(false);
  }

  private static boolean isPast(Instant from, Duration span, Instant at) {
    return !at.isBefore(from.plus(span));
  }
}
