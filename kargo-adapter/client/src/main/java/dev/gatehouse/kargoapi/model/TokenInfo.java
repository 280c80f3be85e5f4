package dev.gatehouse.kargoapi.model;

import java.util.Optional;

/** A token of a role, without the token; it never expires. */
public record TokenInfo(ObjectMeta metadata) {
  private static final String ROLE = "kubernetes.io/service-account.name";

  /** Refuses an answer that names no token. */
  public TokenInfo {
    metadata = ObjectMeta.named(metadata, "token");
  }

  /** Returns the role that it has. */
  public Optional<String> role() {
    return Optional.ofNullable(metadata.annotations().get(ROLE));
  }
}
