package dev.gatehouse.argo.stream;

import dev.gatehouse.argo.model.ApplicationChange;

/** Is told what a stream brings, by one thread, one thing after another. */
public interface StreamListener {
  /** The server has begun to answer: what changes from now on will be told. */
  default void opened() {}

  /** An application was added, changed or deleted; it may be told twice, and some may be lost. */
  void changed(ApplicationChange change);

  /** The server has shown that it is still there. */
  default void alive() {}

  /** The stream is over; told once, and nothing after it. */
  void ended(StreamEnd end);
}
