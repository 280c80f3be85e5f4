package dev.gatehouse.risk;

import dev.gatehouse.change.ObjectKey;
import java.util.Optional;

/**
 * One reason for a risk: the rule that found it and the place it found it at.
 *
 * @param rule the rule's id, such as {@code S1}
 * @param changeClass the class it puts the change into
 * @param floor the level below which the change cannot go
 * @param reversibility the rollback it leaves
 * @param file the file
 * @param object the object, empty when the file itself is the matter
 * @param field the field, empty when the whole object is the matter
 * @param sentence what it means, naming file, object and field
 * @param blocker what must be done before the change may go at all; empty when it only raises the
 *     controls
 */
public record RiskFactor(
    String rule,
    ChangeClass changeClass,
    RiskLevel floor,
    Reversibility reversibility,
    String file,
    Optional<ObjectKey> object,
    String field,
    String sentence,
    Optional<String> blocker) {
  /** Returns class, floor and reversibility as one value. */
  public Severity severity() {
    return new Severity(changeClass, floor, reversibility);
  }
}
