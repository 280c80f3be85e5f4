package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestObject;
import dev.gatehouse.git.tree.TreePath;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The objects of one folder.
 *
 * @param objects in the order in which they were found
 * @param unreadable what could not be read
 * @param files every file that was read for it
 * @param idle the image rules that change no container
 */
public record Rendering(
    List<ManifestObject> objects,
    Collection<Gap> unreadable,
    Set<TreePath> files,
    List<Idle> idle) {
  /** Copies all of them. */
  public Rendering {
    objects = List.copyOf(objects);
    unreadable = List.copyOf(unreadable);
    files = Set.copyOf(files);
    idle = List.copyOf(idle);
  }

  /** A folder that is not there. */
  public static final Rendering NOTHING = new Rendering(List.of(), List.of(), Set.of(), List.of());

  /**
   * A file that could not be read.
   *
   * @param file its path
   * @param why what stopped the reader
   * @param version the file's content id, or empty when it decides what else is read
   */
  public record Gap(String file, String why, String version) {}

  /**
   * An image rule of a kustomization that finds no container, although all of them are known.
   *
   * @param file the kustomization
   * @param image the name that the rule looks for
   * @param rendered the image names that are there instead, sorted
   */
  public record Idle(String file, String image, List<String> rendered) {
    /** Copies the list. */
    public Idle {
      rendered = List.copyOf(rendered);
    }
  }
}
