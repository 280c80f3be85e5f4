package dev.gatehouse.change;

import java.util.List;

/**
 * What a desired-state edit does to the objects of one target.
 *
 * @param changes the objects that differ, in a stable order
 * @param unreadable the files that could not be read on either side
 * @param objectsBefore how many objects the target had
 * @param objectsAfter how many it has
 */
public record ManifestDiff(
    List<ObjectChange> changes,
    List<UnreadableFile> unreadable,
    int objectsBefore,
    int objectsAfter) {
  /** Copies the lists. */
  public ManifestDiff {
    changes = List.copyOf(changes);
    unreadable = List.copyOf(unreadable);
  }

  /** A diff in which nothing differs. */
  public static final ManifestDiff NONE = new ManifestDiff(List.of(), List.of(), 0, 0);

  /** Returns whether no object differs and every file was readable. */
  public boolean isEmpty() {
    return changes.isEmpty() && unreadable.isEmpty();
  }

  /** Returns the removed objects. */
  public List<ObjectChange> removed() {
    return changes.stream().filter(change -> change.type() == ObjectChange.Type.REMOVED).toList();
  }
}
