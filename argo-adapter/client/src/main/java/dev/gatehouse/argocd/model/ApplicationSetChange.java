package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;

/**
 * One event of the stream of application sets.
 *
 * @param type the word on the wire: {@code ADDED}, {@code MODIFIED} or {@code DELETED}
 * @param applicationSet the set, as far as the fields that were asked for
 */
public record ApplicationSetChange(String type, ApplicationSet applicationSet) {
  /** Refuses an event without a set. */
  public ApplicationSetChange {
    type = Given.text(type);
    if (applicationSet == null) {
      throw new IllegalArgumentException("the event has no application set");
    }
  }

  /** Whether the set is gone. */
  public boolean isDeletion() {
    return type.equals("DELETED");
  }
}
