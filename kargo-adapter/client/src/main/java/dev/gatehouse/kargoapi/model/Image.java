package dev.gatehouse.kargoapi.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.Map;
import java.util.Optional;

/** A container image in Freight. */
public record Image(
    @JsonProperty("repoURL") String repoUrl,
    Optional<String> tag,
    Optional<String> digest,
    Map<String, String> annotations) {
  /** Fills what is missing. */
  public Image {
    repoUrl = Given.text(repoUrl);
    tag = Given.filled(tag);
    digest = Given.filled(digest);
    annotations = Given.map(annotations);
  }
}
