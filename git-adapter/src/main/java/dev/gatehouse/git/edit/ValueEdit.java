package dev.gatehouse.git.edit;

import java.util.List;
import java.util.Optional;

/**
 * Sets the single value at a path, for example in Helm values.
 *
 * <p>What comes from an artifact or a revision is text: it is quoted where a reader would take it
 * for anything else.
 *
 * @param path the place
 * @param value the new value
 * @param addWhenAbsent whether missing keys at the end of the path are added instead of refused
 */
public record ValueEdit(YamlPath path, String value, boolean addWhenAbsent) implements FileEdit {

  /** Sets a value that exists. */
  public ValueEdit(YamlPath path, String value) {
    this(path, value, false);
  }

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    PathWalk walk = new PathWalk(text, path);
    if (addWhenAbsent) {
      Optional<Patch> added = AbsentKeys.patch(text, path, walk.reached(), value);
      if (added.isPresent()) {
        return List.of(added.get());
      }
    }
    return Patches.setString(walk.target(), value);
  }
}
