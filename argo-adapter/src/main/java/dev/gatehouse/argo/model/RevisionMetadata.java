package dev.gatehouse.argo.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a commit says about itself.
 *
 * @param references the commits it was made from, by the trailers that the hydrator reads
 */
public record RevisionMetadata(
    String author,
    Optional<Instant> date,
    List<String> tags,
    String message,
    Optional<String> signatureInfo,
    List<Reference> references) {
  /** Copies the lists and fills what is missing. */
  public RevisionMetadata {
    author = Given.text(author);
    tags = Given.list(tags);
    message = Given.text(message);
    references = Given.list(references);
  }

  /** A reference to something else. */
  public record Reference(Optional<Commit> commit) {}

  /** A commit in another repository. */
  public record Commit(
      Optional<String> author,
      Optional<String> sha,
      Optional<String> subject,
      Optional<String> body,
      @JsonProperty("repoURL") Optional<String> repoUrl,
      Optional<String> date) {}
}
