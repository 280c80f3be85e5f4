package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened in a project; gone after about an hour.
 *
 * @param reason such as {@code PromotionSucceeded} or {@code FreightApproved}
 */
public record KargoEvent(
    ObjectMeta metadata,
    Subject involvedObject,
    String reason,
    String message,
    String type,
    Optional<Instant> firstTimestamp,
    Optional<Instant> lastTimestamp,
    long count) {
  /** Fills what is missing. */
  public KargoEvent {
    metadata = Given.or(metadata, ObjectMeta.EMPTY);
    involvedObject = Given.or(involvedObject, Subject.NONE);
    reason = Given.text(reason);
    message = Given.text(message);
    type = Given.text(type);
  }

  /** Returns who did it, as Kargo saw it. */
  public Optional<String> actor() {
    return Optional.ofNullable(metadata.annotations().get("event.kargo.akuity.io/actor"));
  }

  /** What it is about. */
  public record Subject(String kind, String name) {
    private static final Subject NONE = new Subject("", "");

    /** Fills what is missing. */
    public Subject {
      kind = Given.text(kind);
      name = Given.text(name);
    }
  }
}
