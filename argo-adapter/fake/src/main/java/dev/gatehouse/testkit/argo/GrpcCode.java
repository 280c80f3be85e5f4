package dev.gatehouse.testkit.argo;

/** A code of gRPC, and the HTTP status that the gateway makes of it. */
enum GrpcCode {
  UNKNOWN(2, 500, "Internal Server Error"),
  INVALID_ARGUMENT(3, 400, "Bad Request"),
  DEADLINE_EXCEEDED(4, 504, "Gateway Timeout"),
  NOT_FOUND(5, 404, "Not Found"),
  ALREADY_EXISTS(6, 409, "Conflict"),
  PERMISSION_DENIED(7, 403, "Forbidden"),
  RESOURCE_EXHAUSTED(8, 429, "Too Many Requests"),
  FAILED_PRECONDITION(9, 400, "Bad Request"),
  ABORTED(10, 409, "Conflict"),
  UNIMPLEMENTED(12, 501, "Not Implemented"),
  INTERNAL(13, 500, "Internal Server Error"),
  UNAVAILABLE(14, 503, "Service Unavailable"),
  UNAUTHENTICATED(16, 401, "Unauthorized");

  private final int number;
  private final int http;
  private final String status;

  GrpcCode(int number, int http, String status) {
    this.number = number;
    this.http = http;
    this.status = status;
  }

  int number() {
    return number;
  }

  int http() {
    return http;
  }

  /** Returns the words of the HTTP status. */
  String status() {
    return status;
  }
}
