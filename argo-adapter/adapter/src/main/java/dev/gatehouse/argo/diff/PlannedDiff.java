package dev.gatehouse.argo.diff;

import dev.gatehouse.change.FieldChange;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.ObjectChange;
import dev.gatehouse.change.ObjectKey;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lives in a cluster against what Git would want there after a promotion.
 *
 * @param now from what lives to what Git wants now
 * @param then from what lives to what Git wants after the promotion
 * @param changed the objects that the promotion changes, whether or not they live like that already
 * @param unknown the files of changes whose effect only Argo CD knows: Helm values, patches
 */
public record PlannedDiff(
    ManifestDiff now, ManifestDiff then, Set<ObjectKey> changed, List<String> unknown) {
  /** Copies the collections. */
  public PlannedDiff {
    changed = Set.copyOf(changed);
    unknown = List.copyOf(unknown);
  }

  /** Returns the same difference as it is without the promotion; empty where there is none. */
  public Optional<FieldChange> now(ObjectKey object, FieldChange field) {
    return nowOf(object)
        .flatMap(change -> change.fields().stream())
        .filter(other -> other.path().equals(field.path()))
        .findFirst();
  }

  /** Returns whether the field differs in the same way without the promotion. */
  public boolean isOlder(ObjectKey object, FieldChange field) {
    return now(object, field).filter(other -> other.after().equals(field.after())).isPresent();
  }

  /** Returns whether the object is created or deleted without the promotion, too. */
  public boolean isOlder(ObjectChange change) {
    return !changed.contains(change.key())
        && nowOf(change.key()).anyMatch(other -> other.type() == change.type());
  }

  private Stream<ObjectChange> nowOf(ObjectKey object) {
    return now.changes().stream().filter(change -> change.key().equals(object));
  }
}
