package dev.gatehouse.git.manifest;

import dev.gatehouse.change.ManifestDiff;
import java.util.List;

/**
 * What an edit does to the objects of a folder.
 *
 * @param diff the objects that differ, and what cannot be judged
 * @param origins where everything that is rendered comes from, without versions; see {@link
 *     Origins}
 */
public record EditEffect(ManifestDiff diff, List<String> origins) {
  /** Copies the list. */
  public EditEffect {
    origins = List.copyOf(origins);
  }
}
