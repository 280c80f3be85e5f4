package dev.gatehouse.testkit.lawbreakers.circle;

/** What is built names its builder. */
final class Built {
  final int size;

  Built(BuiltBuilder with) {
    this.size = with.size;
  }

  static BuiltBuilder builder() {
    return new BuiltBuilder();
  }
}
