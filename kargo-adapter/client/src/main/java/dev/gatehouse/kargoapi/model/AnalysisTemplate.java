package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/** How something is analysed, of Argo Rollouts. */
public record AnalysisTemplate(ObjectMeta metadata, JsonPart spec) {
  /** Fills what is missing; refuses an answer that names no template. */
  public AnalysisTemplate {
    metadata = ObjectMeta.named(metadata, "AnalysisTemplate");
    spec = Given.or(spec, JsonPart.EMPTY);
  }
}
