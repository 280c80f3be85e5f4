package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Something that Argo CD wants known about an application. */
public record Condition(String type, String message, Optional<Instant> lastTransitionTime) {
  /** The conditions that stand against a deployment. */
  private static final Set<String> ERRORS =
      Set.of("DeletionError", "InvalidSpecError", "ComparisonError", "SyncError", "UnknownError");

  /** Fills what is missing. */
  public Condition {
    type = Given.text(type);
    message = Given.text(message);
  }

  /** Whether it is an error and not only a warning; a type that is not known is one by its name. */
  public boolean isError() {
    return ERRORS.contains(type) || type.endsWith("Error");
  }
}
