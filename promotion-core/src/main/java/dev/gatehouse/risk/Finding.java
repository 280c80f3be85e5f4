package dev.gatehouse.risk;

import dev.gatehouse.change.FileKind;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import java.util.Optional;

/**
 * One place where a rule applies, before it becomes a {@link RiskFactor}.
 *
 * @param file the file
 * @param object the object, empty when the file itself is the matter
 * @param field the field, empty when the whole object is the matter
 * @param severity how severe it is
 * @param text what it means, in plain words; never a secret's value
 * @param blocker what must be done before the change may go at all
 */
public record Finding(
    String file,
    Optional<ObjectKey> object,
    String field,
    Severity severity,
    String text,
    Optional<String> blocker) {
  /** Returns a finding about an object, or about one of its fields. */
  public static Finding of(ObjectChange change, String field, Severity severity, String text) {
    return new Finding(
        change.file(), Optional.of(change.key()), field, severity, text, Optional.empty());
  }

  /** Returns this finding as one that stops the change until the remedy is done. */
  public Finding blocked(String remedy) {
    return new Finding(file, object, field, severity, text, Optional.of(remedy));
  }

  RiskFactor factor(String rule) {
    String where =
        file
            + object
                .filter(key -> FileKind.of(key).isEmpty())
                .map(key -> ": " + key.label())
                .orElse("")
            + (field.isEmpty() ? "" : ", field " + field);
    return new RiskFactor(
        rule,
        severity.changeClass(),
        severity.floor(),
        severity.reversibility(),
        file,
        object,
        field,
        Wording.printable(where + ": " + text),
        blocker.map(Wording::printable));
  }
}
