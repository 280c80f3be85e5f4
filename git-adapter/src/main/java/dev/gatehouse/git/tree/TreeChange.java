package dev.gatehouse.git.tree;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/** One change of a tree. */
public sealed interface TreeChange {

  /** Where it happens. */
  TreePath path();

  /** Writes a regular file as UTF-8; its mode stays when it exists. */
  record PutText(TreePath path, String text) implements TreeChange {}

  /** Puts an existing file's content and mode in this place. */
  record PutFile(TreePath path, ObjectId blob, FileMode mode) implements TreeChange {}

  /** Removes a file or a folder; nothing happens when there is none. */
  record Remove(TreePath path) implements TreeChange {}

  /** Puts an existing folder in this place and removes what was there. */
  record PutFolder(TreePath path, ObjectId tree) implements TreeChange {}
}
