package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * One open stream of application events: not even its head is written before its first event.
 *
 * <p>Offers are made with the lock held and never block; a full buffer drops them, as the real one
 * does.
 */
final class StreamClient {
  private static final int BUFFER = 1000;

  private final HttpConnection connection;
  private final StreamFrames frames;
  private final Predicate<TrackedApplication> wanted;
  private final long lowerBound;
  private final Optional<Duration> deadline;
  private final Map<String, String> lastByName = new TreeMap<>();
  private final BlockingQueue<Parcel> parcels = new LinkedBlockingQueue<>();
  private boolean begun;
  private volatile boolean frozen;

  /** What goes out next; without bytes it is the end, and with a refusal it is a bad one. */
  private record Parcel(Optional<Bytes> bytes, Optional<Refusal> refusal) {}

  StreamClient(HttpConnection connection, ApiCall call, Predicate<TrackedApplication> wanted)
      throws Refusal {
    this.connection = connection;
    this.frames = StreamFrames.of(call.http());
    this.wanted = wanted;
    this.lowerBound = number(call.query().first("resourceVersion"));
    this.deadline = GrpcTimeout.of(call.http());
  }

  private static long number(String version) {
    return version.matches("\\d{1,18}") ? Long.parseLong(version) : 0;
  }

  /** Puts an event of the first snapshot into the queue, however long it grows. */
  void snapshot(TrackedApplication app) {
    if (concerns(app)) {
      put("ADDED", app);
    }
  }

  void offer(String type, TrackedApplication app) {
    if (concerns(app) && parcels.size() < BUFFER) {
      put(type, app);
    }
  }

  /** Sends the last event of this application once more, which only a fault does. */
  void repeat(TrackedApplication app) {
    String last = lastByName.get(app.name());
    if (last != null && concerns(app)) {
      put(frames.message(last));
    }
  }

  private boolean concerns(TrackedApplication app) {
    long version = Long.parseLong(Json.text(app.json(), "metadata", "resourceVersion"));
    return version >= lowerBound && wanted.test(app);
  }

  private void put(String type, TrackedApplication app) {
    ObjectNode message = Json.object();
    ObjectNode result = message.putObject("result").put("type", type);
    result.set("application", ShownApplication.of(app));
    String filtered = frames.filtered(message);
    // The real server forgets the namespace here, and so do we.
    if (!filtered.equals(lastByName.put(app.name(), filtered))) {
      begun = true;
      put(frames.message(filtered));
    }
  }

  /** Ends the stream badly: inside of it, or in place of it when nothing was written yet. */
  void error(GrpcCode code, String text) {
    parcels.add(new Parcel(Optional.empty(), Optional.of(new Refusal(code, text))));
  }

  /** Lines have none, and a stream whose first event is still to come has none either. */
  void keepAlive() {
    if (frames.events() && begun) {
      put(Bytes.of(":\n"));
    }
  }

  /** Sends a line that is no message: for what a client must survive. */
  void raw(String text) {
    begun = true;
    put(Bytes.of(text));
  }

  void end() {
    parcels.add(new Parcel(Optional.empty(), Optional.empty()));
  }

  void freeze() {
    frozen = true;
  }

  private void put(Bytes bytes) {
    parcels.add(new Parcel(Optional.of(bytes), Optional.empty()));
  }

  /** Writes until the stream ends; a frozen one says nothing more, and stays open. */
  void serve() throws IOException, InterruptedException {
    long end = System.nanoTime() + deadline.orElse(Duration.ofDays(365)).toNanos();
    boolean headed = false;
    Parcel next = next(end);
    while (next.bytes().isPresent()) {
      if (!frozen) {
        if (!headed) {
          connection.beginStream(frames.contentType());
          headed = true;
        }
        connection.write(next.bytes().get().content());
      }
      next = next(end);
    }
    if (next.refusal().isPresent()) {
      complain(next.refusal().get(), headed);
    }
    connection.close();
  }

  private Parcel next(long end) throws InterruptedException {
    Parcel next = parcels.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
    return next != null ? next : new Parcel(Optional.empty(), Optional.of(GrpcTimeout.expired()));
  }

  private void complain(Refusal refusal, boolean headed) throws IOException {
    if (frozen) {
      return;
    }
    if (headed) {
      connection.write(frames.last(refusal).content());
    } else {
      connection.send(frames.refusal(refusal), false);
    }
  }

  /** Ends the stream once the peer has gone. */
  void watchPeer() {
    try {
      connection.awaitPeerGone();
    } catch (IOException gone) {
      // Nothing is left to close.
    }
    end();
  }
}
