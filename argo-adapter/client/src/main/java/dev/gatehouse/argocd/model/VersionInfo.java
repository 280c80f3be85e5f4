package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.Optional;

/** The version of a server; someone without a session sees only the first part. */
public record VersionInfo(
    @JsonProperty("Version") String version,
    @JsonProperty("BuildDate") Optional<String> buildDate,
    @JsonProperty("GitCommit") Optional<String> gitCommit,
    @JsonProperty("Platform") Optional<String> platform) {
  /** Refuses an answer without a version: it does not come from Argo CD. */
  public VersionInfo {
    Given.required(version, "Version");
  }
}
