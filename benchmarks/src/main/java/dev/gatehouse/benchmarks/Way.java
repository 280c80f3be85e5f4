package dev.gatehouse.benchmarks;

/** One way to promote an image tag of an application to a branch, commit and push included. */
interface Way extends AutoCloseable {
  /** Returns its name for the table. */
  String name();

  /**
   * Promotes the applications {@code first} to {@code first + count - 1} to this tag, one commit
   * each.
   */
  void promote(int first, int count, String tag) throws Exception;

  @Override
  default void close() {}
}
