package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;

/**
 * What a Promotion is to do; a snapshot that later changes of the Stage do not reach.
 *
 * @param freight the Freight, also where one was asked for by origin
 */
public record PromotionSpec(
    String stage, String freight, List<Variable> vars, List<PromotionStep> steps) {
  /** Fills what is missing. */
  public PromotionSpec {
    stage = Given.text(stage);
    freight = Given.text(freight);
    vars = Given.list(vars);
    steps = Given.list(steps);
  }
}
