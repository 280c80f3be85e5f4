package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * What a Stage is meant to be.
 *
 * @param shard whose controller looks after it; any text, and no controller may serve it
 * @param promotionTemplate missing for a Stage that passes Freight through
 * @param verification missing for one that verifies nothing
 * @param targets missing unless the Stage promotes to targets (1.12)
 */
public record StageSpec(
    Optional<String> shard,
    List<Variable> vars,
    List<RequestedFreight> requestedFreight,
    Optional<PromotionTemplate> promotionTemplate,
    Optional<VerificationSpec> verification,
    Optional<JsonPart> targets,
    Optional<JsonPart> targetSelector) {
  /** Nothing. */
  static final StageSpec EMPTY =
      new StageSpec(
          Optional.empty(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** Fills what is missing. */
  public StageSpec {
    shard = Given.filled(shard);
    vars = Given.list(vars);
    requestedFreight = Given.list(requestedFreight);
  }

  /** Returns the steps of its Promotions; none for a Stage that passes Freight through. */
  public List<PromotionStep> steps() {
    return promotionTemplate.map(template -> template.spec().steps()).orElse(List.of());
  }

  /** Returns whether it promotes to targets, and not itself: it has no Promotions of its own. */
  public boolean isTargetAware() {
    return targets.isPresent() || targetSelector.isPresent();
  }
}
