package dev.gatehouse.testkit.lawbreakers.circle;

/** Builds. */
final class BuiltBuilder {
  int size;

  Built build() {
    return new Built(this);
  }
}
