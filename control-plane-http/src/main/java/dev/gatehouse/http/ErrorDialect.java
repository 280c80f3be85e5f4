package dev.gatehouse.http;

import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.util.Map;

/**
 * What differs between control planes when they are asked and when they say no. Implementations are
 * stateless and thread-safe.
 */
public interface ErrorDialect {
  /** Returns the product's name, as people are shown: {@code Argo CD}. */
  String product();

  /** Returns the reason code of a failure of this kind. */
  ReasonCode code(FailureKind kind);

  /** Returns what to do next about a failure of this kind, one sentence. */
  default String next(FailureKind kind) {
    return kind.next();
  }

  /**
   * Returns what an error answer of the product's own means.
   *
   * @param code the code in the answer's body; -1 when it has none
   * @param status the HTTP status
   * @param message what the answer says, not bounded; never null
   */
  FailureKind kind(int code, int status, String message);

  /** Returns the headers by which this product is given the deadline of a request. */
  default Map<String, String> deadline(Duration left) {
    return Map.of();
  }
}
