package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;

/**
 * One event of the stream of applications.
 *
 * @param type the word on the wire: {@code ADDED}, {@code MODIFIED} or {@code DELETED}
 * @param application the application, as far as the fields that were asked for
 */
public record ApplicationChange(String type, Application application) {
  /** Refuses an event without an application. */
  public ApplicationChange {
    type = Given.text(type);
    if (application == null) {
      throw new IllegalArgumentException("the event has no application");
    }
  }

  /** Whether the application is gone. */
  public boolean isDeletion() {
    return type.equals("DELETED");
  }
}
