package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.util.List;

/** A project: a namespace of Stages. */
public record Project(ObjectMeta metadata, Status status) {
  /** Fills what is missing; refuses an answer that names no project. */
  public Project {
    metadata = ObjectMeta.named(metadata, "Project");
    status = Given.or(status, Status.EMPTY);
  }

  /** Returns its name. */
  public String name() {
    return metadata.name();
  }

  /** How it is. */
  public record Status(List<Condition> conditions) {
    private static final Status EMPTY = new Status(List.of());

    /** Fills what is missing. */
    public Status {
      conditions = Given.list(conditions);
    }
  }
}
