package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;

/** Steps, and the variables that they see. */
public record TaskSpec(List<Variable> vars, List<PromotionStep> steps) {
  /** No steps. */
  static final TaskSpec EMPTY = new TaskSpec(List.of(), List.of());

  /** Fills what is missing. */
  public TaskSpec {
    vars = Given.list(vars);
    steps = Given.list(steps);
  }
}
