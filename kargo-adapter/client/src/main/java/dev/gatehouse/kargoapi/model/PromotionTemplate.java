package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/** What each Promotion of a Stage does; a Stage without steps passes Freight through. */
public record PromotionTemplate(TaskSpec spec) {
  /** Fills what is missing. */
  public PromotionTemplate {
    spec = Given.or(spec, TaskSpec.EMPTY);
  }
}
