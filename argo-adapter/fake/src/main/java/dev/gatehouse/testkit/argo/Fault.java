package dev.gatehouse.testkit.argo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * Something that goes wrong between the server and its client.
 *
 * <p>Immutable. Faults of the first group answer in place of the server, which never sees the
 * request; those of the second spoil the real answer, after the server has done what was asked.
 *
 * @param kind what happens
 * @param status of HTTP, where the fault is an answer; otherwise 0
 * @param detail a header's value, a message or a size, as the kind needs it
 */
public record Fault(Kind kind, int status, String detail) {
  /** What happens. */
  public enum Kind {
    /** An error of Argo CD itself, as JSON. */
    API_ERROR,
    /** A page of a proxy, as HTML. */
    PROXY_PAGE,
    /** 429 with Retry-After. */
    RATE_LIMIT,
    /** A reset before the request is answered or carried out. */
    RESET,
    /** Silence: the connection stays open. */
    NO_ANSWER,
    /** Status 200 and JSON by its header, but not by its body. */
    GARBAGE,
    /** Bytes that are not HTTP. */
    NOT_HTTP,
    /** One long line of JSON. */
    HUGE,
    /** Carried out, but the answer is lost in a reset. */
    ANSWER_LOST,
    /** Carried out; half of the answer, then the end of the connection. */
    TRUNCATED,
    /** Carried out; half of the answer, then silence. */
    STALLED;

    boolean spoilsTheRealAnswer() {
      return this == ANSWER_LOST || this == TRUNCATED || this == STALLED;
    }
  }

  /** Returns 429 that asks for this pause, in whole seconds. */
  public static Fault rateLimited(Duration retryAfter) {
    return new Fault(Kind.RATE_LIMIT, 429, Long.toString(retryAfter.toSeconds()));
  }

  /** Returns 429 that asks to wait until then, as an HTTP date. */
  public static Fault rateLimitedUntil(Instant time) {
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(time.atOffset(ZoneOffset.UTC));
    return new Fault(Kind.RATE_LIMIT, 429, date);
  }

  /** Returns the HTML page of a proxy before the server, for example with 502, 503 or 504. */
  public static Fault proxyPage(int status) {
    return new Fault(Kind.PROXY_PAGE, status, "");
  }

  /** Returns an error of the server itself: 500 with code 13. */
  public static Fault internalError(String message) {
    return new Fault(Kind.API_ERROR, 500, message);
  }

  /** Returns an error of the server itself: 503 with code 14. */
  public static Fault unavailable(String message) {
    return new Fault(Kind.API_ERROR, 503, message);
  }

  /** Returns a reset of the connection before the server has done anything. */
  public static Fault reset() {
    return new Fault(Kind.RESET, 0, "");
  }

  /** Returns silence before the server has done anything. */
  public static Fault noAnswer() {
    return new Fault(Kind.NO_ANSWER, 0, "");
  }

  /** Returns 200 with a body that is not JSON although its header says so. */
  public static Fault garbage() {
    return new Fault(Kind.GARBAGE, 200, "");
  }

  /** Returns bytes that are not HTTP. */
  public static Fault notHttp() {
    return new Fault(Kind.NOT_HTTP, 0, "");
  }

  /** Returns 200 with one JSON text of about this many bytes. */
  public static Fault huge(int bytes) {
    return new Fault(Kind.HUGE, 200, Integer.toString(bytes));
  }

  /** Returns a reset after the server has done what was asked. */
  public static Fault answerLost() {
    return new Fault(Kind.ANSWER_LOST, 0, "");
  }

  /** Returns half of the real answer and the end of the connection. */
  public static Fault truncated() {
    return new Fault(Kind.TRUNCATED, 0, "");
  }

  /** Returns half of the real answer and then silence. */
  public static Fault stalled() {
    return new Fault(Kind.STALLED, 0, "");
  }
}
