package dev.gatehouse.promotion;

import dev.gatehouse.approval.WaiverCheck;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How far the watch of a wave is that is live on all of its targets.
 *
 * @param wave the wave
 * @param until when it has been watched for long enough
 * @param samples how many observations are asked for
 * @param seen how many were reported since the wave was live
 * @param looks how often each target has to be seen healthy
 * @param looked how often the target that was seen least was seen
 */
public record Baking(int wave, Instant until, int samples, long seen, int looks, int looked) {
  /** Returns the watch that continues at this time; empty when no wave is watched. */
  public static Optional<Baking> of(Promotion promotion, Directory directory, Instant now) {
    if (promotion.wave() <= promotion.bakedWaves()) {
      return Optional.empty();
    }
    return promotion
        .plan()
        .flatMap(
            plan -> promotion.waveSince().map(since -> of(promotion, plan, since, directory, now)));
  }

  private static Baking of(
      Promotion promotion, Plan plan, Instant since, Directory directory, Instant now) {
    Bake asked = plan.bakeAfter(promotion.wave());
    boolean ended = isWaived(promotion, plan, GateName.BAKE, directory, now);
    boolean unmeasured = ended || isWaived(promotion, plan, GateName.BAKE_SAMPLES, directory, now);
    boolean unwatched = ended || !asked.watchesHealth();
    return new Baking(
        promotion.wave(),
        ended ? since : since.plus(asked.time()),
        unmeasured ? 0 : asked.samples(),
        seen(promotion.evidence().stream(), since),
        unwatched ? 0 : promotion.looks().asked(),
        looked(promotion));
  }

  private static boolean isWaived(
      Promotion promotion, Plan plan, GateName part, Directory directory, Instant now) {
    return WaiverCheck.lifting(
            plan, promotion.involved(directory), promotion.waivers(), part, directory, now)
        .isPresent();
  }

  private static int looked(Promotion promotion) {
    return promotion.watched().stream()
        .mapToInt(promotion.looks()::of)
        .min()
        .orElse(promotion.looks().asked());
  }

  private static long seen(Stream<Evidence> facts, Instant since) {
    return facts
        .filter(fact -> fact.check().equals(Bake.SAMPLES) && !fact.at().isBefore(since))
        .filter(Evidence.Measurement.class::isInstance)
        .reduce((older, newer) -> newer.at().isBefore(older.at()) ? older : newer)
        .map(fact -> Math.max(0, (long) ((Evidence.Measurement) fact).value()))
        .orElse(0L);
  }

  /** Returns whether the time is over, and enough observations and looks were recorded. */
  public boolean isOver(Instant now) {
    return isLongEnough(now) && seen >= samples && looked >= looks;
  }

  /** Returns whether only observations and looks are missing, if anything. */
  boolean isLongEnough(Instant now) {
    return !now.isBefore(until);
  }

  /** Says how far it is, such as {@code baking until 04:17:00Z (13 min left), 0 of 100 samples}. */
  public String text(Instant now) {
    String time =
        isLongEnough(now)
            ? "baking, the time is over"
            : "baking until " + clock(until, now) + " (" + left(now) + " left)";
    boolean unseen = isLongEnough(now) && looked < looks;
    return time
        + (samples > 0 ? ", " + seen + " of " + samples + " samples seen" : "")
        + (unseen ? ", seen healthy " + looked + " of " + looks + " times" : "");
  }

  private String left(Instant now) {
    return Spans.text(Duration.between(now, until));
  }

  /** The date is left out on the day itself. */
  static String clock(Instant time, Instant now) {
    String text = time.truncatedTo(ChronoUnit.SECONDS).toString();
    boolean sameDay = time.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    return sameDay ? text.substring(text.indexOf('T') + 1) : text;
  }
}
