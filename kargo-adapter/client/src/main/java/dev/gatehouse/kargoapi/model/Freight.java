package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Things that travel together; what is in it never changes.
 *
 * @param alias its name for people, which may be given to other Freight later
 */
public record Freight(
    ObjectMeta metadata,
    Optional<String> alias,
    Optional<Instant> discoveredAt,
    FreightOrigin origin,
    List<GitCommit> commits,
    List<Image> images,
    List<Chart> charts,
    List<Artifact> artifacts,
    FreightStatus status) {
  /** Fills what is missing; refuses an answer that names no Freight. */
  public Freight {
    metadata = ObjectMeta.named(metadata, "Freight");
    alias = Given.filled(alias);
    origin = Given.or(origin, FreightOrigin.NONE);
    commits = Given.list(commits);
    images = Given.list(images);
    charts = Given.list(charts);
    artifacts = Given.list(artifacts);
    status = Given.or(status, FreightStatus.EMPTY);
  }

  /** Returns its name, a hash over what is in it. */
  public String name() {
    return metadata.name();
  }
}
