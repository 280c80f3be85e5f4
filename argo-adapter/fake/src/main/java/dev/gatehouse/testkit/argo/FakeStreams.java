package dev.gatehouse.testkit.argo;

import java.time.Duration;
import java.util.function.Consumer;

/** The open streams of application events, and what goes wrong with them; thread-safe. */
public final class FakeStreams {
  private final ControlPlane plane;

  FakeStreams(ControlPlane plane) {
    this.plane = plane;
  }

  /** Returns how many streams are open. */
  public int open() {
    return plane.locked(() -> plane.streams().clients().size());
  }

  /** Waits until exactly so many streams are open; events from then on reach them all. */
  public FakeStreams awaitOpen(int streams, Duration atMost) {
    try {
      if (!plane.await(() -> plane.streams().clients().size() == streams, atMost)) {
        throw new AssertionError("not " + streams + " streams, but " + open() + " after " + atMost);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for streams", ended);
    }
    return this;
  }

  /** Sends a keepalive comment to every stream of server-sent events. */
  public FakeStreams keepAlive() {
    return each(StreamClient::keepAlive);
  }

  /** Loses the next events for everybody. */
  public FakeStreams loseNextEvents(int events) {
    plane.run(() -> plane.streams().loseNext(events));
    return this;
  }

  /** Sends each of the next events twice. */
  public FakeStreams repeatNextEvents(int events) {
    plane.run(() -> plane.streams().repeatNext(events));
    return this;
  }

  /** Leaves the streams of now open and silent, as a lost route does. */
  public FakeStreams freeze() {
    return each(StreamClient::freeze);
  }

  /** Ends the streams of now after what they have still to say. */
  public FakeStreams cut() {
    return each(StreamClient::end);
  }

  /** Ends the streams of now with an error inside of them, for example code 14 as unavailable. */
  public FakeStreams failUnavailable(String message) {
    return each(client -> client.error(GrpcCode.UNAVAILABLE, message));
  }

  /** Writes this text into the streams of now, as it is. */
  public FakeStreams write(String raw) {
    return each(client -> client.raw(raw));
  }

  private FakeStreams each(Consumer<StreamClient> act) {
    plane.run(() -> plane.streams().clients().forEach(act));
    return this;
  }
}
