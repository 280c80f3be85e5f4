package dev.gatehouse.git.edit;

/** What became of an edit. */
public sealed interface EditResult {

  /**
   * The text now says what was wanted.
   *
   * @param text the whole new text
   * @param changed whether it differs from the old one
   */
  record Edited(String text, boolean changed) implements EditResult {}

  /** Nothing was edited. */
  record Refused(EditRefusal refusal) implements EditResult {}
}
