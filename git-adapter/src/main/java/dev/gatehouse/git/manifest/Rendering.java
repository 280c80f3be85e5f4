package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestObject;
import java.util.Collection;
import java.util.List;

/**
 * The objects of one folder.
 *
 * @param objects in the order in which they were found
 * @param unreadable what could not be read
 */
public record Rendering(List<ManifestObject> objects, Collection<Gap> unreadable) {
  /** Copies both. */
  public Rendering {
    objects = List.copyOf(objects);
    unreadable = List.copyOf(unreadable);
  }

  /** A folder that is not there. */
  public static final Rendering NOTHING = new Rendering(List.of(), List.of());

  /**
   * A file that could not be read.
   *
   * @param file its path
   * @param why what stopped the reader
   * @param version the file's content id, or empty when it decides what else is read
   */
  public record Gap(String file, String why, String version) {}
}
