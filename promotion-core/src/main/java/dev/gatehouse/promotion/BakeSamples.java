package dev.gatehouse.promotion;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.Bake;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether a wave has been watched by enough observations, not only for long enough. */
final class BakeSamples {
  static final String CHECK = Bake.SAMPLES;
  private static final Duration RECHECK = Duration.ofMinutes(1);

  private BakeSamples() {}

  /**
   * Returns when to look again because observations are missing, or empty when there are enough.
   */
  static Optional<Instant> missing(Promotion promotion, Plan plan, Situation situation) {
    Bake bake = plan.bakeAfter(promotion.wave());
    Instant since = promotion.waveSince().orElse(situation.now());
    double seen =
        Stream.concat(promotion.evidence().stream(), situation.evidence().stream())
            .filter(fact -> fact.check().equals(CHECK) && !fact.at().isBefore(since))
            .filter(Evidence.Measurement.class::isInstance)
            .max(Comparator.comparing(Evidence::at))
            .map(fact -> ((Evidence.Measurement) fact).value())
            .orElse(0.0);
    return seen >= bake.samples() ? Optional.empty() : Optional.of(situation.now().plus(RECHECK));
  }
}
