package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.Optional;

/** How a Stage verifies Freight. */
public record VerificationSpec(List<TemplateReference> analysisTemplates, List<Variable> args) {
  /** Fills what is missing. */
  public VerificationSpec {
    analysisTemplates = Given.list(analysisTemplates);
    args = Given.list(args);
  }

  /** Names an AnalysisTemplate. */
  public record TemplateReference(String name, Optional<String> kind) {
    /** Fills what is missing. */
    public TemplateReference {
      name = Given.text(name);
      kind = Given.filled(kind);
    }
  }
}
