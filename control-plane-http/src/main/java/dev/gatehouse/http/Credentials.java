package dev.gatehouse.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the token comes from. It is asked at each request, so that a token that was replaced is
 * seen at once; implementations are thread-safe.
 */
@FunctionalInterface
public interface Credentials {
  /**
   * Returns the token to send; empty for none.
   *
   * @throws IOException when it cannot be read
   */
  Optional<BearerToken> token() throws IOException;

  /** No token at all. */
  static Credentials anonymous() {
    return Optional::empty;
  }

  /** Always this token. */
  static Credentials of(BearerToken token) {
    return () -> Optional.of(token);
  }

  /** The content of a file, as a secret is mounted into a container. */
  static Credentials file(Path file) {
    return () -> {
      try {
        return Optional.of(BearerToken.of(Files.readString(file)));
      } catch (IllegalArgumentException e) {
        throw new IOException("the token file holds no usable token", e);
      }
    };
  }
}
