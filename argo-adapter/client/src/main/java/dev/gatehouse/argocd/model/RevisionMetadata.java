package dev.gatehouse.argocd.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a commit says about itself.
 *
 * @param sourceIntegrityResult what a check of signatures has found; missing where none is made
 * @param references the commits it was made from, by the trailers that the hydrator reads
 */
public record RevisionMetadata(
    String author,
    Optional<Instant> date,
    List<String> tags,
    String message,
    Optional<String> signatureInfo,
    Optional<Integrity> sourceIntegrityResult,
    List<Reference> references) {
  /** Copies the lists and fills what is missing. */
  public RevisionMetadata {
    author = Given.text(author);
    tags = Given.list(tags);
    message = Given.text(message);
    references = Given.list(references);
  }

  /** What a check of signatures has found; its fields have capitals on the wire. */
  public record Integrity(@JsonProperty("Checks") List<Check> checks) {
    /** Copies the list. */
    public Integrity {
      checks = Given.list(checks);
    }
  }

  /**
   * One check.
   *
   * @param problems none when it went well
   */
  public record Check(
      @JsonProperty("Name") String name, @JsonProperty("Problems") List<String> problems) {
    /** Copies the list and fills what is missing. */
    public Check {
      name = Given.text(name);
      problems = Given.list(problems);
    }
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
