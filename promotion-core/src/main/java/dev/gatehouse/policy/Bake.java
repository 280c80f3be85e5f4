package dev.gatehouse.policy;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.evidence.CheckName;
import dev.gatehouse.evidence.KnownChecks;
import java.time.Duration;
import java.util.Optional;

/**
 * How long a wave is watched before the next one, and by what.
 *
 * @param time the least time
 * @param samples the least number of observations ({@code bake.samples}); 0 asks for none
 * @param health whether its targets have to stay healthy; empty, as in old ledgers, when they have
 */
public record Bake(Duration time, int samples, Optional<Health> health)
    implements CanonicalDigest.Grown {
  /** What happens when a target degrades while its wave is watched. */
  public enum Health {
    /** The target has failed. */
    WATCHED,
    /** Nobody looks. */
    IGNORED
  }

  private static final int BEFORE_HEALTH = 2;

  /** A usual answer is kept as none, so that equal bakes are equal. */
  public Bake {
    health = health.filter(Health.IGNORED::equals);
  }

  /** A bake that watches the health of its targets. */
  public Bake(Duration time, int samples) {
    this(time, samples, Optional.empty());
  }

  /** The name of the fact that counts observations. */
  public static final CheckName SAMPLES = KnownChecks.named("bake.samples");

  /** No wait at all. */
  public static final Bake NONE = new Bake(Duration.ZERO, 0);

  /** Returns a bake of time alone. */
  public static Bake of(Duration time) {
    return new Bake(time, 0);
  }

  /** Returns the longer and larger of both. */
  public Bake max(Bake other) {
    return new Bake(
        time.compareTo(other.time) >= 0 ? time : other.time,
        Math.max(samples, other.samples),
        isNone() ? other.health : other.isNone() ? health : health.flatMap(one -> other.health));
  }

  /** Returns whether nothing is waited for. */
  public boolean isNone() {
    return time.isZero() && samples == 0;
  }

  /** Returns whether a target that degrades has failed. */
  public boolean watchesHealth() {
    return health.isEmpty();
  }

  @Override
  public int digested() {
    return watchesHealth() ? BEFORE_HEALTH : BEFORE_HEALTH + 1;
  }
}
