package dev.gatehouse.git.update;

import dev.gatehouse.spi.EditPreview.Edit;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A tree with a target's updates made.
 *
 * @param root the new tree; the old one when nothing had to change
 * @param edits every place that differs, in the order of the updates
 * @param made the objects written for it, trees behind the blobs they hold
 */
public record EditedTree(ObjectId root, List<Edit> edits, List<ObjectId> made) {
  /** Copies the lists. */
  public EditedTree {
    edits = List.copyOf(edits);
    made = List.copyOf(made);
  }
}
