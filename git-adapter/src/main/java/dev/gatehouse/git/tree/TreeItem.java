package dev.gatehouse.git.tree;

import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One line of a Git tree.
 *
 * @param name the file's or folder's name
 * @param mode Git's mode
 * @param id the object's id
 */
public record TreeItem(String name, FileMode mode, ObjectId id) {

  /** Whether this is a folder. */
  public boolean isFolder() {
    return FileMode.TREE.equals(mode);
  }

  /** Whether this is a regular file, executable or not. */
  public boolean isFile() {
    return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
  }
}
