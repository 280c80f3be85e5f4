package dev.gatehouse.service.web;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;

/** Why a request is not answered, whatever it asks for. */
public final class WebReasons {
  /** The refusal of a request that cannot be read. */
  public static final ReasonCode BAD_REQUEST = ReasonCode.of("bad-request");

  /** The refusal of a path or an address that does not exist. */
  public static final ReasonCode NO_SUCH_RESOURCE = ReasonCode.of("no-such-resource");

  /** The refusal of a method that the path does not know. */
  public static final ReasonCode METHOD_NOT_ALLOWED = ReasonCode.of("method-not-allowed");

  /** The refusal of a body that is too long. */
  public static final ReasonCode BODY_TOO_LARGE = ReasonCode.of("body-too-large");

  /** The refusal while too many requests are answered. */
  public static final ReasonCode SERVICE_BUSY = ReasonCode.of("service-busy");

  /** The refusal while the service stops. */
  public static final ReasonCode SERVICE_STOPPING = ReasonCode.of("service-stopping");

  /** The report of a bug. */
  public static final ReasonCode INTERNAL_ERROR = ReasonCode.of("internal-error");

  private WebReasons() {}

  static Reason unreadable(String what, String where, String next) {
    return new Reason(BAD_REQUEST, what, where, next);
  }

  static Reason noSuchResource(String where) {
    return new Reason(
        NO_SUCH_RESOURCE,
        "There is nothing at this path.",
        where,
        "Use a path of the service; docs/how-to/serve.md lists them.");
  }

  static Reason methodNotAllowed(String where, String allowed) {
    return new Reason(
        METHOD_NOT_ALLOWED,
        "This path does not take this method.",
        where,
        "Use one of: " + allowed + ".");
  }

  static Reason bodyTooLarge(String where, long limit) {
    return new Reason(
        BODY_TOO_LARGE,
        "The body is longer than " + limit + " bytes.",
        where,
        "Send less: a request names a change, it does not bring its content.");
  }

  static Reason busy(String where) {
    return new Reason(
        SERVICE_BUSY,
        "The service answers as many requests as it may at the same time.",
        where,
        "Send it again after some seconds.");
  }

  static Reason stopping(String where) {
    return new Reason(
        SERVICE_STOPPING,
        "The service is stopping and takes no new request.",
        where,
        "Send it again after some seconds; another process or the next one answers.");
  }

  static Reason bug(String where) {
    return new Reason(
        INTERNAL_ERROR,
        "Internal error (a bug in Gatehouse); the service's log has the details.",
        where,
        "Report it with the lines of the log from this moment; the request may be repeated.");
  }
}
