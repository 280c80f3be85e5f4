package dev.gatehouse.kargoapi.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/**
 * One step of a promotion: a kind of step, or a task, which becomes several.
 *
 * @param uses the kind; empty for a task
 * @param as its alias
 * @param condition the expression of {@code if}; a step with one may run after a failure
 * @param continueOnError whether the Promotion goes on, and may succeed, when it fails
 */
public record PromotionStep(
    Optional<String> uses,
    Optional<TaskReference> task,
    Optional<String> as,
    @JsonProperty("if") Optional<String> condition,
    boolean continueOnError,
    Optional<StepRetry> retry,
    List<Variable> vars,
    JsonPart config) {
  /** Fills what is missing. */
  public PromotionStep {
    uses = Given.filled(uses);
    as = Given.filled(as);
    condition = Given.filled(condition);
    vars = Given.list(vars);
    config = Given.or(config, JsonPart.EMPTY);
  }

  /** Names a task. */
  public record TaskReference(String name, Optional<String> kind) {
    /** Fills what is missing. */
    public TaskReference {
      name = Given.text(name);
      kind = Given.filled(kind);
    }
  }

  /**
   * How long a step is tried.
   *
   * @param timeout as Go writes durations
   * @param errorThreshold how many errors end it; 0 counts as 1
   */
  public record StepRetry(Optional<String> timeout, long errorThreshold) {
    /** Fills what is missing. */
    public StepRetry {
      timeout = Given.filled(timeout);
    }
  }
}
