package dev.gatehouse.config.yaml;

/**
 * What one configuration file may hold.
 *
 * @param bytes its size
 * @param depth how deep it may be nested
 * @param aliases how often an anchor may be used
 * @param nodes how many nodes there may be once aliases are followed
 */
public record YamlLimits(int bytes, int depth, int aliases, int nodes) {
  /** One mebibyte, 40 levels, 1,000 aliases, 200,000 nodes. */
  public static final YamlLimits DEFAULT = new YamlLimits(1 << 20, 40, 1_000, 200_000);
}
