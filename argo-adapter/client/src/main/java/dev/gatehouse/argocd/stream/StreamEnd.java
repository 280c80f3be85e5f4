package dev.gatehouse.argocd.stream;

import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.ApiFailure;
import java.util.Optional;

/**
 * Why a stream is over.
 *
 * @param kind who ended it
 * @param failure what went wrong, for {@link Kind#FAILED}
 */
public record StreamEnd(Kind kind, Optional<ApiFailure> failure) {
  /** Who ended a stream. */
  public enum Kind {
    /** We closed it. */
    CLOSED,
    /** The server came to an end in good order, at a restart for example. */
    FINISHED,
    /** It broke, was silent too long, or brought what cannot be read. */
    FAILED
  }

  static StreamEnd of(Kind kind) {
    return new StreamEnd(kind, Optional.empty());
  }

  static StreamEnd failed(ApiException cause) {
    return new StreamEnd(Kind.FAILED, Optional.of(cause.failure()));
  }
}
