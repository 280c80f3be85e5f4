package dev.gatehouse.jenkins.waiting;

import dev.gatehouse.plan.PromotionId;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * All that a waiting step keeps over a restart of the controller; serializable.
 *
 * @param promotion the id of the promotion, or blank before it is proposed
 * @param begunAt when the step began, in milliseconds since 1970
 * @param until when it stops waiting, likewise; 0 for never
 */
public record Bookmark(String promotion, long begunAt, long until) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Returns the bookmark of a step that begins now. */
  public static Bookmark begin(Instant now, Optional<Duration> longest) {
    return new Bookmark(
        "", now.toEpochMilli(), longest.map(span -> now.plus(span).toEpochMilli()).orElse(0L));
  }

  /** Returns the promotion, or empty before it is proposed. */
  public Optional<PromotionId> id() {
    return promotion.isBlank() ? Optional.empty() : Optional.of(new PromotionId(promotion));
  }

  /** Returns when the step began. */
  public Instant begun() {
    return Instant.ofEpochMilli(begunAt);
  }

  /** Returns whether the step has waited as long as it may. */
  public boolean isOver(Instant now) {
    return until != 0 && now.toEpochMilli() >= until;
  }

  /** Returns the bookmark of this step once its promotion is known. */
  Bookmark at(PromotionId id) {
    return new Bookmark(id.value(), begunAt, until);
  }
}
