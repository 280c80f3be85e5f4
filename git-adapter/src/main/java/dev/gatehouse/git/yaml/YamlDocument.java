package dev.gatehouse.git.yaml;

import dev.gatehouse.git.yaml.YamlNode.Alias;
import java.util.List;

/**
 * One document of a YAML stream; immutable.
 *
 * @param index its number in the stream, counted from zero
 * @param root its top node
 * @param aliases every use of an anchor in it
 */
public record YamlDocument(int index, YamlNode root, List<Alias> aliases) {
  /** Copies the aliases. */
  public YamlDocument {
    aliases = List.copyOf(aliases);
  }
}
