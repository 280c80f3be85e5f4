package dev.gatehouse.testkit;

/** A remote in memory takes no push until a person acts. */
final class PushRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PushRefused() {
    super("protected branch hook declined", null, false, false);
  }
}
