package dev.gatehouse.spi;

import dev.gatehouse.change.Revision;
import dev.gatehouse.stage.Target;

/** Knows how commits of desired state follow each other; thread-safe. */
public interface Ancestry {
  /** What a live revision is to a promoted one. */
  enum Relation {
    SAME,
    /** It came later, and the target's folder is what the promotion made it. */
    KEEPS_FOLDER,
    /** It came later, and the target's folder is another one. */
    CHANGES_FOLDER,
    /** It came before, is on another branch, or is not known. */
    UNRELATED
  }

  /**
   * Returns what the live revision is to the promoted one.
   *
   * @throws dev.gatehouse.reason.PlatformException if the repository does not answer
   */
  Relation relation(Target target, Revision live, Revision promoted);
}
