package dev.gatehouse.promotion;

import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The looks that were recorded while a wave bakes; each stands for a part of the bake's time.
 *
 * @param asked how many each target needs; 0 for a wave that nobody has to look at
 * @param seen the last one of each target
 */
public record BakeLooks(int asked, Map<TargetName, Look> seen) {
  /** Nobody has to look. */
  public static final BakeLooks NONE = new BakeLooks(0, Map.of());

  /** A bake is divided into this many parts, and each part needs a look. */
  public static final int PARTS = 4;

  /**
   * A look that was recorded.
   *
   * @param number counted from 1
   * @param at when
   */
  public record Look(int number, Instant at) {}

  /** Copies the map. */
  public BakeLooks {
    seen = Map.copyOf(seen);
  }

  /** Returns how many looks at this target were recorded. */
  public int of(TargetName target) {
    Look last = seen.get(target);
    return last == null ? 0 : last.number();
  }

  /**
   * Returns when the next look counts, or empty when all were recorded.
   *
   * <p>The part must be over, and most of a part must have passed since the look before: one moment
   * after an outage does not stand for the whole bake.
   *
   * @param since when the wave was live
   * @param time how long it bakes
   */
  public Optional<Instant> due(TargetName target, Instant since, Duration time) {
    int next = of(target) + 1;
    if (next > asked) {
      return Optional.empty();
    }
    Instant over = since.plus(time.multipliedBy(next).dividedBy(asked));
    Look last = seen.get(target);
    Instant apart = last == null ? over : last.at().plus(time.dividedBy(asked + 1L));
    return Optional.of(over.isAfter(apart) ? over : apart);
  }

  /** Forgets the looks at an earlier wave, or of a wave that is not live any more. */
  BakeLooks restarted() {
    return new BakeLooks(asked, Map.of());
  }

  BakeLooks with(TargetName target, int number, Instant at) {
    Map<TargetName, Look> all = new HashMap<>(seen);
    all.put(target, new Look(number, at));
    return new BakeLooks(asked, all);
  }
}
