package dev.gatehouse.kargoapi.model;

import dev.gatehouse.http.Given;

/**
 * What a watch tells of one object.
 *
 * @param type the word on the wire; DELETED may only mean that the object does not match
 * @param object the object, without kind and version
 * @param <T> what is watched
 */
public record WatchEvent<T>(String type, T object) {
  /** Refuses an event without an object. */
  public WatchEvent {
    type = Given.text(type);
    if (object == null) {
      throw new IllegalArgumentException("the event has no object");
    }
  }

  /** Returns whether the object is said to be gone. */
  public boolean isDeleted() {
    return type.equals("DELETED");
  }
}
