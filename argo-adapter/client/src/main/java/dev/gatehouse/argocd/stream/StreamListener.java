package dev.gatehouse.argocd.stream;

/**
 * Receives what a stream brings, by one thread, one thing after another.
 *
 * @param <T> what the stream is about
 */
public interface StreamListener<T> {
  /** The server has begun to answer: what changes from now on will be told. */
  default void opened() {}

  /** Something was added, changed or deleted; it may be told twice, and some may be lost. */
  void changed(T change);

  /** The server has shown that it is still there. */
  default void alive() {}

  /** The stream is over; told once, and nothing after it. */
  void ended(StreamEnd end);
}
