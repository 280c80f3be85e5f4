package dev.gatehouse.risk;

import dev.gatehouse.change.ImageReference;
import dev.gatehouse.reason.SafeText;
import java.util.Optional;

/**
 * An image reference as a manifest writes it, read without refusing anything.
 *
 * @param repository registry and path
 * @param tag the tag, empty when there is none
 * @param digest the digest, empty when it is not pinned
 */
record ImageName(String repository, String tag, String digest) {
  static ImageName parse(String text) {
    ImageReference parts = ImageReference.parse(text);
    return new ImageName(parts.name(), parts.tag(), parts.digest());
  }

  /** Returns why a move to the other image is not the normal case, or empty when it is. */
  Optional<String> oddity(ImageName next) {
    if (!next.repository.equals(repository)) {
      return Optional.of("comes from another repository than " + repository);
    }
    int major = Versions.compare(tag, next.tag, 1);
    if (major < 0) {
      return Optional.of("is a new major version");
    }
    return Versions.compare(tag, next.tag, 3) > 0
        ? Optional.of("is a downgrade")
        : next.looseness();
  }

  /** Returns why the same reference may mean another image tomorrow, or empty when it cannot. */
  Optional<String> looseness() {
    if (!digest.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        tag.isEmpty() || tag.equals("latest")
            ? "floats: it has no fixed tag and no digest"
            : "has a tag but no digest, so a rollback may get another image");
  }

  /** Returns the reference for people, with the first digits of the digest. */
  String label() {
    String digits = SafeText.cut(digest, 19);
    return repository + (tag.isEmpty() ? "" : ":" + tag) + (digest.isEmpty() ? "" : "@" + digits);
  }
}
