package dev.gatehouse.testkit.argo;

/** A code of gRPC, and the HTTP status that the gateway makes of it. */
enum GrpcCode {
  UNKNOWN(2, 500),
  INVALID_ARGUMENT(3, 400),
  DEADLINE_EXCEEDED(4, 504),
  NOT_FOUND(5, 404),
  ALREADY_EXISTS(6, 409),
  PERMISSION_DENIED(7, 403),
  RESOURCE_EXHAUSTED(8, 429),
  FAILED_PRECONDITION(9, 400),
  ABORTED(10, 409),
  UNIMPLEMENTED(12, 501),
  INTERNAL(13, 500),
  UNAVAILABLE(14, 503),
  UNAUTHENTICATED(16, 401);

  private final int number;
  private final int http;

  GrpcCode(int number, int http) {
    this.number = number;
    this.http = http;
  }

  int number() {
    return number;
  }

  int http() {
    return http;
  }
}
