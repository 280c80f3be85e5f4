package dev.gatehouse.git.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that no log, message or exception shows; immutable. */
public final class Secret {
  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** Wraps a secret that is not empty. */
  public static Secret of(String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a secret is empty; check where it is read from");
    }
    return new Secret(value);
  }

  /** The text itself, for the one place that sends it. */
  String reveal() {
    return value;
  }

  /** The message with this secret, and its URL-encoded form, blanked out. */
  String scrub(String message) {
    String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    return message.replace(value, "***").replace(encoded, "***");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(bytes(value), bytes(secret.value));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
