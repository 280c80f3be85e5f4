package dev.gatehouse.stage;

/**
 * A declared copy of images: what is below one name is the same as what is below the other.
 *
 * @param of the original, a registry or a longer beginning of a name, such as {@code ghcr.io/acme}
 * @param at the copy, such as {@code registry.example/ghcr/acme}
 */
public record Mirror(String of, String at) {
  /** Returns the name of the original, or the name itself where it is not below this copy. */
  String original(String name) {
    if (name.equals(at)) {
      return of;
    }
    return name.startsWith(at + "/") ? of + name.substring(at.length()) : name;
  }
}
