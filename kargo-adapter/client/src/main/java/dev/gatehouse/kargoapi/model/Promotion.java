package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/**
 * One run of a Stage's steps with some Freight.
 *
 * @param kind missing in the answer that creates one, and in a watch
 */
public record Promotion(
    Optional<String> kind, ObjectMeta metadata, PromotionSpec spec, PromotionStatus status) {
  private static final String KIND = "Promotion";

  /** Fills what is missing; refuses an answer that is no Promotion. */
  public Promotion {
    kind = Given.filled(kind);
    metadata = ObjectMeta.named(metadata, KIND);
    if (kind.filter(word -> !word.equals(KIND)).isPresent() || spec == null) {
      throw new IllegalArgumentException("the answer is no Promotion");
    }
    status = Given.or(status, PromotionStatus.EMPTY);
  }

  /** Returns its name. */
  public String name() {
    return metadata.name();
  }

  /** Returns how far it is. */
  public PromotionPhase phase() {
    return status.code();
  }

  /** Returns how other calls name it. */
  public PromotionRef ref() {
    return new PromotionRef(metadata.namespace().orElse(""), spec.stage(), name());
  }

  /**
   * Returns who created it, as Kargo saw it: empty for auto-promotion, and {@code unknown actor}
   * for every API token of 1.11. Never proves anything.
   */
  public Optional<String> actor() {
    return Optional.ofNullable(metadata.annotations().get(ObjectMeta.CREATE_ACTOR));
  }
}
