package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.Optional;

/** Which Kargo it is. */
public record ServerVersion(String version, Optional<String> gitCommit, boolean gitTreeDirty) {
  /** Fills what is missing; refuses an answer without a version. */
  public ServerVersion {
    Given.required(version, "version");
    gitCommit = Given.filled(gitCommit);
  }
}
