package dev.gatehouse.kargoapi.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.util.Optional;

/**
 * A commit in Freight.
 *
 * @param message its first line only: Kargo keeps no trailers
 */
public record GitCommit(
    @JsonProperty("repoURL") String repoUrl,
    String id,
    Optional<String> branch,
    Optional<String> tag,
    String message,
    Optional<String> author,
    Optional<String> committer) {
  /** Fills what is missing. */
  public GitCommit {
    repoUrl = Given.text(repoUrl);
    id = Given.text(id);
    branch = Given.filled(branch);
    tag = Given.filled(tag);
    message = Given.text(message);
    author = Given.filled(author);
    committer = Given.filled(committer);
  }
}
