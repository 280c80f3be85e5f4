package dev.gatehouse.git.yaml;

/**
 * How much YAML one file may hold before it is refused.
 *
 * @param depth nesting of collections
 * @param aliases uses of anchored mappings and lists in one file; those of single values are free
 * @param characters length of one file
 */
public record YamlLimits(int depth, int aliases, int characters) {

  /** Depth 100, 5,000 aliases, 4 Mi characters. */
  public static final YamlLimits DEFAULT = new YamlLimits(100, 5_000, 4 << 20);

  /** Refuses what bounds nothing, and a depth that the stack might not bear. */
  public YamlLimits {
    if (depth < 1 || depth > 500 || aliases < 0 || characters < 1) {
      throw new IllegalArgumentException(
          "limits must be: depth 1 to 500, aliases 0 or more, characters 1 or more; got "
              + "depth %d, aliases %d, characters %d".formatted(depth, aliases, characters));
    }
  }
}
