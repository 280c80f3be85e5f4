package dev.gatehouse.change;

import java.util.Optional;

/**
 * One field that differs between the old and the new object.
 *
 * @param path the field, such as {@code spec.template.spec.containers[web].image}
 * @param before the old value, empty when the field is new
 * @param after the new value, empty when the field is gone
 */
public record FieldChange(
    String path, Optional<ManifestNode> before, Optional<ManifestNode> after) {
  /** Returns the line in the new file, or in the old one when the field is gone; 0 when unknown. */
  public int line() {
    return after.or(() -> before).map(ManifestNode::line).orElse(0);
  }
}
