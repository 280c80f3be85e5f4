package dev.gatehouse.testkit.argo;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The open streams of trees, application sets and logs, which say what a test says; thread-safe.
 */
public final class FakePieces {
  private final ControlPlane plane;
  private final PieceDesk desk;

  FakePieces(ControlPlane plane, PieceDesk desk) {
    this.plane = plane;
    this.desk = desk;
  }

  /** Waits until exactly so many streams are open. */
  public FakePieces awaitOpen(int streams, Duration atMost) {
    try {
      if (!plane.await(() -> desk.open().size() == streams, atMost)) {
        throw new AssertionError("not " + streams + " streams after " + atMost);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for streams", ended);
    }
    return this;
  }

  /** Tells this JSON as a result to every open stream. */
  public FakePieces tell(String result) {
    return each(stream -> stream.tell(Json.parse(result)));
  }

  /** Ends the streams of now with an error inside of them. */
  public FakePieces failUnavailable(String message) {
    return each(stream -> stream.fail(GrpcCode.UNAVAILABLE, message));
  }

  /** Ends the streams of now after what they have still to say. */
  public FakePieces cut() {
    return each(PieceStream::end);
  }

  private FakePieces each(Consumer<PieceStream> act) {
    plane.run(() -> desk.open().forEach(act));
    return this;
  }
}
