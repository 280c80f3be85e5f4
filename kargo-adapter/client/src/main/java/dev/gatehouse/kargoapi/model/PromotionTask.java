package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/** Steps with a name, of a project or of the whole server. */
public record PromotionTask(ObjectMeta metadata, TaskSpec spec) {
  /** Fills what is missing; refuses an answer that names no task. */
  public PromotionTask {
    metadata = ObjectMeta.named(metadata, "promotion task");
    spec = Given.or(spec, TaskSpec.EMPTY);
  }
}
