package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/** Any other thing in Freight. */
public record Artifact(String artifactType, String subscriptionName, Optional<String> version) {
  /** Fills what is missing. */
  public Artifact {
    artifactType = Given.text(artifactType);
    subscriptionName = Given.text(subscriptionName);
    version = Given.filled(version);
  }
}
