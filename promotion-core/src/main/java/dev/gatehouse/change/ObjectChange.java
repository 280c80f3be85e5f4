package dev.gatehouse.change;

import java.util.List;
import java.util.Optional;

/**
 * One object that was added, removed or modified.
 *
 * @param key the identity by which both sides were matched
 * @param type what happened to it
 * @param before the old object, present unless added
 * @param after the new object, present unless removed
 * @param fields the fields that differ; empty unless modified
 */
public record ObjectChange(
    ObjectKey key,
    Type type,
    Optional<ManifestObject> before,
    Optional<ManifestObject> after,
    List<FieldChange> fields) {
  /** What happened to an object. */
  public enum Type {
    ADDED,
    REMOVED,
    MODIFIED
  }

  /** Copies the list. */
  public ObjectChange {
    fields = List.copyOf(fields);
  }

  /** Returns the side that is there: the new one, or the old one of a removed object. */
  public ManifestObject present() {
    return after.or(() -> before).orElseThrow();
  }

  /** Returns the file of the side that is there. */
  public String file() {
    return present().file();
  }
}
