package dev.gatehouse.git.tree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.lib.ObjectChecker;

/**
 * A path inside a repository that cannot leave it.
 *
 * <p>Refused: absolute paths, {@code ..} and {@code .}, empty segments, backslashes, control
 * characters, and every spelling of {@code .git} that some file system takes for it.
 *
 * @param segments the names from the root on; empty for the root itself
 */
public record TreePath(List<String> segments) {
  private static final int LONGEST = 4096;

  /** The top of the repository. */
  public static final TreePath ROOT = new TreePath(List.of());

  /** Copies the segments. */
  public TreePath {
    segments = List.copyOf(segments);
  }

  /**
   * Reads a path with {@code /} between its segments; {@code ""} and {@code "."} are the root.
   *
   * @throws TreeRefusedException when the path is not one inside a repository
   */
  public static TreePath parse(String path) throws TreeRefusedException {
    if (path.isEmpty() || path.equals(".") || path.equals("./")) {
      return ROOT;
    }
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    String relative = trimmed.startsWith("./") ? trimmed.substring(2) : trimmed;
    List<String> segments = List.of(relative.split("/", -1));
    if (path.length() > LONGEST) {
      throw refuse(path.substring(0, 80) + "...", "is longer than " + LONGEST + " characters");
    }
    for (String segment : segments) {
      check(path, segment);
    }
    return new TreePath(segments);
  }

  /**
   * A path as another file writes it: relative to this folder, where {@code ..} may climb but not
   * out of the repository.
   *
   * @throws TreeRefusedException when it is absolute, climbs out, or names something forbidden
   */
  public TreePath resolve(String relative) throws TreeRefusedException {
    if (relative.startsWith("/")) {
      throw refuse(relative, "is absolute");
    }
    ArrayList<String> result = new ArrayList<>(segments);
    for (String segment : relative.split("/", -1)) {
      if (segment.equals("..")) {
        if (result.isEmpty()) {
          throw refuse(relative, "climbs out of the repository");
        }
        result.remove(result.size() - 1);
      } else if (!segment.isEmpty() && !segment.equals(".")) {
        check(relative, segment);
        result.add(segment);
      }
    }
    return new TreePath(result);
  }

  /** The folder that holds this path; the root for the root. */
  public TreePath parent() {
    return segments.isEmpty() ? this : new TreePath(segments.subList(0, segments.size() - 1));
  }

  /** The last segment; empty for the root. */
  public String name() {
    return segments.isEmpty() ? "" : segments.get(segments.size() - 1);
  }

  /** A path below this one; the caller knows that the name is safe. */
  public TreePath child(String name) {
    ArrayList<String> longer = new ArrayList<>(segments);
    longer.add(name);
    return new TreePath(longer);
  }

  /** Whether this is the other path or a folder above it. */
  public boolean contains(TreePath other) {
    int length = segments.size();
    return other.segments.size() >= length && other.segments.subList(0, length).equals(segments);
  }

  @Override
  public String toString() {
    return String.join("/", segments);
  }

  /**
   * A path below this one whose name came from a tree and may be anything.
   *
   * @throws TreeRefusedException when some file system takes the name for another one
   */
  TreePath checkedChild(String name) throws TreeRefusedException {
    TreePath longer = child(name);
    if (name.isEmpty() || name.indexOf('/') >= 0) {
      throw refuse(longer.toString(), "has a name that is no name of a file");
    }
    check(longer.toString(), name);
    return longer;
  }

  private static void check(String path, String segment) throws TreeRefusedException {
    boolean odd = segment.indexOf('\\') >= 0 || segment.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    if (odd || segment.endsWith(" ") || segment.toLowerCase(Locale.ROOT).startsWith("git~")) {
      throw refuse(path, "has a segment that some file system reads as something else");
    }
    try {
      new ObjectChecker()
          .setSafeForMacOS(true)
          .checkPathSegment(bytes(segment), 0, bytes(segment).length);
    } catch (CorruptObjectException e) {
      throw refuse(path, "has the segment '" + segment + "'");
    }
    if (segment.toLowerCase(Locale.ROOT).startsWith(".git")
        && segment.matches("(?i)\\.git[ .:].*|(?i)\\.git")) {
      throw refuse(path, "names the folder of Git itself");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static TreeRefusedException refuse(String path, String found) {
    return new TreeRefusedException(
        TreeRefusal.Code.FORBIDDEN_PATH,
        path.replaceAll("\\p{Cntrl}", "?"),
        found,
        "give a path relative to the top of the repository, without '.' or '..'");
  }
}
