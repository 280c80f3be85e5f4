package dev.gatehouse.git.edit;

import java.util.List;

/**
 * Sets the single value at a path, for example in Helm values.
 *
 * <p>A number or a boolean stays one when the new value is one; anything else that would not be
 * read as text is quoted.
 *
 * @param path the place; it must exist
 * @param value the new value
 */
public record ValueEdit(YamlPath path, String value) implements FileEdit {

  @Override
  public List<Patch> patches(YamlText text) throws EditRefusedException {
    return Patches.setSameType(new PathWalk(text, path).target(), value);
  }
}
