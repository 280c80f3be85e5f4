package dev.gatehouse.change;

import dev.gatehouse.reason.SafeText;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One thing that is promoted: an image, a chart or a remote manifest, at a version.
 *
 * @param name the image repository, chart or remote base, such as {@code ghcr.io/acme/checkout}
 * @param tag the tag or version, when there is one
 * @param digest {@code sha256:…}, when it is pinned
 */
public record Artifact(String name, Optional<String> tag, Optional<String> digest) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@+-]{0,254}");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._+-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");

  /** Refuses a name, tag or digest that no registry would take. */
  public Artifact {
    check(NAME.matcher(name).matches(), name);
    check(tag.map(t -> TAG.matcher(t).matches()).orElse(true), name);
    check(digest.map(d -> DIGEST.matcher(d).matches()).orElse(true), name);
  }

  /**
   * Reads {@code name:tag}, {@code name@sha256:…} or {@code name:tag@sha256:…}; a port is not taken
   * for a tag.
   */
  public static Artifact parse(String reference) {
    ImageReference parts = ImageReference.parse(reference);
    boolean tagged = reference.startsWith(":", parts.name().length());
    return new Artifact(
        parts.name(),
        Optional.of(parts.tag()).filter(tag -> tagged),
        Optional.of(parts.digest()).filter(digest -> reference.indexOf('@') >= 0));
  }

  /** Returns the reference in the form that {@link #parse} reads. */
  public String reference() {
    return name + tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
  }

  private static void check(boolean good, String name) {
    if (!good) {
      String shown = SafeText.cut(name, 60);
      throw new dev.gatehouse.reason.InvalidConfigurationException(
          new dev.gatehouse.reason.Reason(
              dev.gatehouse.reason.ReasonCode.of("invalid-artifact"),
              "This is not an artifact reference.",
              "artifact '" + shown + "'",
              "Write name:tag, name@sha256:<64 hex digits> or both."));
    }
  }
}
