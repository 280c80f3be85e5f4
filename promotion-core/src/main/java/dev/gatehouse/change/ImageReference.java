package dev.gatehouse.change;

/**
 * An image reference as someone wrote it, taken apart without refusing anything.
 *
 * @param name registry and path; a port belongs to it
 * @param tag the tag, empty when there is none
 * @param digest the digest with its algorithm, empty when it is not pinned
 */
public record ImageReference(String name, String tag, String digest) {
  /** Takes a reference apart: {@code name:tag}, {@code name@digest}, or both. */
  public static ImageReference parse(String text) {
    int at = text.indexOf('@');
    String rest = at < 0 ? text : text.substring(0, at);
    int colon = rest.lastIndexOf(':');
    boolean tagged = colon > rest.lastIndexOf('/');
    return new ImageReference(
        tagged ? rest.substring(0, colon) : rest,
        tagged ? rest.substring(colon + 1) : "",
        at < 0 ? "" : text.substring(at + 1));
  }

  /** Returns the tag with its colon, or an empty text. */
  public String tagPart() {
    return tag.isEmpty() ? "" : ":" + tag;
  }

  /** Returns what follows the name: tag, digest, both or nothing. */
  public String version() {
    return tagPart() + (digest.isEmpty() ? "" : "@" + digest);
  }
}
