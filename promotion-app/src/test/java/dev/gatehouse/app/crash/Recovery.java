package dev.gatehouse.app.crash;

import dev.gatehouse.spi.Step;
import java.util.Map;
import java.util.Optional;

/**
 * How long it took, in milliseconds from the kill of a process, until the next one had ended all it
 * left; and where the time went.
 *
 * @param killedAt the step at which the process was killed
 * @param opened when the next process had started and opened its ledger
 * @param taken when it first took a target; empty when no target was left
 * @param leased when it first held the committer's lease; empty when nothing was left to write
 * @param all when everything was done
 */
record Recovery(
    String killedAt, long opened, Optional<Long> taken, Optional<Long> leased, long all) {

  /** Reads it from the moments at which lines were printed. */
  static Recovery of(String killedAt, Map<String, Long> moments, String end) {
    return new Recovery(
        killedAt,
        moments.getOrDefault("OPENED", 0L),
        at(moments, Step.TARGET_TAKEN),
        at(moments, Step.LEASE_TAKEN),
        moments.getOrDefault(end, 0L));
  }

  private static Optional<Long> at(Map<String, Long> moments, Step step) {
    return Optional.ofNullable(moments.get("PASSED " + step));
  }

  @Override
  public String toString() {
    return "killed at %-17s next process open %5d ms, target %s, lease %s, all done %5d ms"
        .formatted(killedAt, opened, shown(taken), shown(leased), all);
  }

  private static String shown(Optional<Long> moment) {
    return moment.map(ms -> "%5d ms".formatted(ms)).orElse("     - ");
  }
}
