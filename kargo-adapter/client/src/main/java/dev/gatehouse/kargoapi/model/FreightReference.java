package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;

/** Freight as a Stage or a Promotion names it, with what is in it. */
public record FreightReference(
    String name,
    FreightOrigin origin,
    List<GitCommit> commits,
    List<Image> images,
    List<Chart> charts,
    List<Artifact> artifacts) {
  /** Fills what is missing. */
  public FreightReference {
    name = Given.text(name);
    origin = Given.or(origin, FreightOrigin.NONE);
    commits = Given.list(commits);
    images = Given.list(images);
    charts = Given.list(charts);
    artifacts = Given.list(artifacts);
  }
}
