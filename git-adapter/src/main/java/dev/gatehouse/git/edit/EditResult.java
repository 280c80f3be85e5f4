package dev.gatehouse.git.edit;

import java.util.List;

/** What became of an edit. */
public sealed interface EditResult {

  /**
   * The text now says what was expected.
   *
   * @param text the whole new text
   * @param changes what differs from the old one, in the order of the edits
   */
  record Edited(String text, List<ValueChange> changes) implements EditResult {
    /** Copies the list. */
    public Edited {
      changes = List.copyOf(changes);
    }
  }

  /** Nothing was edited. */
  record Refused(EditRefusal refusal) implements EditResult {}
}
