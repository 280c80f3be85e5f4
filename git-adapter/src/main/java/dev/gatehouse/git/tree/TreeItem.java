package dev.gatehouse.git.tree;

import java.nio.charset.StandardCharsets;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;

/**
 * One line of a Git tree.
 *
 * @param name the file's or folder's name
 * @param mode Git's mode
 * @param id the object's id
 * @param stored the name's bytes, one character each; a name that is not UTF-8 is written back as
 *     it was
 */
public record TreeItem(String name, FileMode mode, ObjectId id, String stored) {

  /** An item whose name is stored as UTF-8. */
  public TreeItem(String name, FileMode mode, ObjectId id) {
    this(name, mode, id, new String(Constants.encode(name), StandardCharsets.ISO_8859_1));
  }

  /** The name's bytes. */
  byte[] bytes() {
    return stored.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Whether this is a folder. */
  public boolean isFolder() {
    return FileMode.TREE.equals(mode);
  }

  /** Whether this is a regular file, executable or not. */
  public boolean isFile() {
    return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
  }
}
