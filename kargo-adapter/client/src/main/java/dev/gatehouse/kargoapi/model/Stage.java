package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/** A Stage: what Freight it takes, how it is promoted there, and how that goes. */
public record Stage(ObjectMeta metadata, StageSpec spec, StageStatus status) {
  /** Fills what is missing; refuses an answer that names no Stage. */
  public Stage {
    metadata = ObjectMeta.named(metadata, "Stage");
    spec = Given.or(spec, StageSpec.EMPTY);
    status = Given.or(status, StageStatus.EMPTY);
  }

  /** Returns its name. */
  public String name() {
    return metadata.name();
  }
}
