package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/**
 * Names the analysis run behind a verification.
 *
 * @param phase as the Stage last saw it; stays {@code Running} when the verification is aborted
 */
public record AnalysisRunReference(String namespace, String name, String phase) {
  /** Fills what is missing. */
  public AnalysisRunReference {
    namespace = Given.text(namespace);
    name = Given.text(name);
    phase = Given.text(phase);
  }
}
