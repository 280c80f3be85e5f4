package dev.gatehouse.policy;

import dev.gatehouse.evidence.CheckName;
import java.time.Duration;

/**
 * How long a wave is watched before the next one.
 *
 * @param time the least time
 * @param samples the least number of observations ({@code bake.samples}); 0 asks for none
 */
public record Bake(Duration time, int samples) {
  /** The name of the fact that counts observations. */
  public static final CheckName SAMPLES = CheckName.of("bake.samples");

  /** No wait at all. */
  public static final Bake NONE = new Bake(Duration.ZERO, 0);

  /** Returns a bake of time alone. */
  public static Bake of(Duration time) {
    return new Bake(time, 0);
  }

  /** Returns the longer and larger of both. */
  public Bake max(Bake other) {
    return new Bake(
        time.compareTo(other.time) >= 0 ? time : other.time, Math.max(samples, other.samples));
  }
}
