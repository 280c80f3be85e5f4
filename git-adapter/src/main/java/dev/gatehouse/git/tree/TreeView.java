package dev.gatehouse.git.tree;

import dev.gatehouse.git.tree.TreeRefusal.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;

/**
 * The files of one tree of a bare repository.
 *
 * <p>Reads only the trees on the way to a path; never follows a symbolic link or a submodule. For
 * one thread at a time, like the reader it uses.
 *
 * @param reader the repository's objects
 * @param root the tree's id
 * @param longest the largest file read, in bytes
 */
public record TreeView(ObjectReader reader, ObjectId root, int longest) {
  private static final int FILE_LIMIT = 4 << 20;

  /** A view that reads files of up to 4 MiB. */
  public static TreeView of(ObjectReader reader, ObjectId root) {
    return new TreeView(reader, root, FILE_LIMIT);
  }

  /**
   * What is at a path; the root is a folder.
   *
   * @throws TreeRefusedException when the way leads through a link
   */
  public Optional<TreeItem> find(TreePath path) throws IOException, TreeRefusedException {
    TreeItem at = new TreeItem("", FileMode.TREE, root);
    for (String segment : path.segments()) {
      if (!at.isFolder()) {
        return Optional.empty();
      }
      Optional<TreeItem> next = child(at.id(), segment);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
      refuseLink(path, at);
    }
    return Optional.of(at);
  }

  /**
   * The bytes of the file at a path.
   *
   * @throws TreeRefusedException when there is none, or it is too large
   */
  public byte[] bytes(TreePath path) throws IOException, TreeRefusedException {
    TreeItem item = find(path).orElseThrow(() -> missing(path, "no such file"));
    if (!item.isFile()) {
      throw new TreeRefusedException(
          Code.WRONG_KIND, path.toString(), "is a folder", "let the path name a file");
    }
    return bytes(path, item.id());
  }

  /**
   * The bytes of a blob that is at a path.
   *
   * @throws TreeRefusedException when it is too large
   */
  public byte[] bytes(TreePath path, ObjectId blob) throws IOException, TreeRefusedException {
    ObjectLoader loader = reader.open(blob, Constants.OBJ_BLOB);
    if (loader.getSize() > longest) {
      throw new TreeRefusedException(
          Code.TOO_LARGE,
          path.toString(),
          "has %d bytes, more than the limit of %d".formatted(loader.getSize(), longest),
          "split the file into smaller ones");
    }
    return loader.getCachedBytes(longest);
  }

  /**
   * The text of the file at a path, its byte order mark kept.
   *
   * @throws TreeRefusedException when there is none, or it is not UTF-8
   */
  public String text(TreePath path) throws IOException, TreeRefusedException {
    return text(path, bytes(path));
  }

  /**
   * Bytes of a path as text.
   *
   * @throws TreeRefusedException when they are not UTF-8
   */
  public static String text(TreePath path, byte[] bytes) throws TreeRefusedException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new TreeRefusedException(
          Code.NOT_TEXT, path.toString(), "is not UTF-8 text", "store the file as UTF-8");
    }
  }

  /** The lines of a tree, in Git's order. */
  public List<TreeItem> items(ObjectId tree) throws IOException {
    List<TreeItem> items = new ArrayList<>();
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
    while (!parser.eof()) {
      items.add(item(parser));
      parser.next(1);
    }
    return items;
  }

  private Optional<TreeItem> child(ObjectId tree, String name) throws IOException {
    CanonicalTreeParser parser = new CanonicalTreeParser(null, reader, tree);
    while (!parser.eof()) {
      if (parser.getEntryPathString().equals(name)) {
        return Optional.of(item(parser));
      }
      parser.next(1);
    }
    return Optional.empty();
  }

  private static TreeItem item(CanonicalTreeParser parser) {
    byte[] name = new byte[parser.getNameLength()];
    parser.getName(name, 0);
    return new TreeItem(
        parser.getEntryPathString(),
        parser.getEntryFileMode(),
        parser.getEntryObjectId(),
        new String(name, StandardCharsets.ISO_8859_1));
  }

  static void refuseLink(TreePath path, TreeItem item) throws TreeRefusedException {
    boolean submodule = FileMode.GITLINK.equals(item.mode());
    if (submodule || FileMode.SYMLINK.equals(item.mode())) {
      throw new TreeRefusedException(
          Code.LINK,
          path.toString(),
          "'" + item.name() + "' is a " + (submodule ? "submodule" : "symbolic link"),
          "name the real file; links are not followed");
    }
  }

  static TreeRefusedException missing(TreePath path, String found) {
    return new TreeRefusedException(
        Code.NOT_FOUND,
        path.toString(),
        found,
        "correct the path in the update, or add the file to the repository first");
  }
}
