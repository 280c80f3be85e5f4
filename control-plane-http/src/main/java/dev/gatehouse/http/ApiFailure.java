package dev.gatehouse.http;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.util.Optional;

/**
 * What went wrong with one request.
 *
 * @param kind the word to branch on
 * @param reasonCode the reason that people are shown
 * @param advice what to do next, one sentence
 * @param status the HTTP status; empty when there was no answer
 * @param code the gRPC code of the answer, if it had one
 * @param message what the server said or what happened, bounded and without secrets
 * @param request method and path, without query
 * @param server the address of the server
 * @param changing whether the request was to change something
 * @param retryAfter how long the server wants to be left alone
 */
public record ApiFailure(
    FailureKind kind,
    ReasonCode reasonCode,
    String advice,
    Optional<Integer> status,
    Optional<Integer> code,
    String message,
    String request,
    String server,
    boolean changing,
    Optional<Duration> retryAfter) {
  /**
   * Whether the change that was asked for may have happened all the same: look before asking again.
   */
  public boolean leavesDoubt() {
    return changing && !kind.isRefusal();
  }

  /** What happened, where, and what to do next. */
  public Reason reason() {
    String said = message.isBlank() ? kind.name() : message;
    String what = status.map(number -> "HTTP " + number + ": ").orElse("") + said;
    return new Reason(reasonCode, sentence(what), request + " at " + server, next());
  }

  private String next() {
    return leavesDoubt()
        ? advice + " The request may have been carried out: look before you repeat it."
        : advice;
  }

  private static String sentence(String text) {
    return text.matches("(?s).*[.!?]") ? text : text + ".";
  }
}
