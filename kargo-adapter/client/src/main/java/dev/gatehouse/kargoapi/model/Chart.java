package dev.gatehouse.kargoapi.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.Optional;

/** A Helm chart in Freight; without a name in a repository of OCI. */
public record Chart(
    @JsonProperty("repoURL") String repoUrl, Optional<String> name, Optional<String> version) {
  /** Fills what is missing. */
  public Chart {
    repoUrl = Given.text(repoUrl);
    name = Given.filled(name);
    version = Given.filled(version);
  }
}
