package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/**
 * One open stream of application events.
 *
 * <p>Offers are made with the lock held and never block; a full buffer drops them, as the real one
 * does.
 */
final class StreamClient {
  private static final int BUFFER = 1000;

  private final HttpConnection connection;
  private final boolean events;
  private final Predicate<TrackedApplication> wanted;
  private final Projection projection;
  private final long lowerBound;
  private final Map<String, JsonNode> lastByName = new TreeMap<>();
  private final BlockingQueue<Parcel> parcels = new LinkedBlockingQueue<>();
  private volatile boolean frozen;

  /** What goes out next; without bytes it is the end. */
  private record Parcel(Optional<Bytes> bytes) {}

  StreamClient(HttpConnection connection, ApiCall call, Predicate<TrackedApplication> wanted) {
    this.connection = connection;
    this.events = call.http().wantsEvents();
    this.wanted = wanted;
    this.projection = Projection.of(call.query());
    String version = call.query().first("resourceVersion");
    this.lowerBound = version.isEmpty() ? 0 : Long.parseLong(version);
  }

  /** Puts an event of the first snapshot into the queue, however long it grows. */
  void snapshot(TrackedApplication app) {
    if (wanted.test(app)) {
      put(event("ADDED", app));
    }
  }

  void offer(String type, TrackedApplication app) {
    long version = Long.parseLong(Json.text(app.json(), "metadata", "resourceVersion"));
    if (version <= lowerBound || !wanted.test(app) || parcels.size() >= BUFFER) {
      return;
    }
    ObjectNode event = event(type, app);
    // The real server forgets the namespace here, and so do we.
    if (!projection.isEmpty() && event.equals(lastByName.put(app.name(), event))) {
      return;
    }
    put(event);
  }

  private ObjectNode event(String type, TrackedApplication app) {
    ObjectNode message = Json.object();
    ObjectNode result = message.putObject("result");
    if (projection.isEmpty()) {
      result.put("type", type);
      result.set("application", app.json());
      return message;
    }
    if (projection.keeps("result.type")) {
      result.put("type", type);
    }
    result.set("application", projection.of(app.json(), "result.application."));
    return message;
  }

  void error(GrpcCode code, String text) {
    ObjectNode message = Json.object();
    ObjectNode error = message.putObject("error");
    error.put("grpc_code", code.number()).put("http_code", code.http()).put("message", text);
    error.put("http_status", Integer.toString(code.http()));
    put(message);
    end();
  }

  void keepAlive() {
    if (events) {
      put(Bytes.of(":keepalive\n\n"));
    }
  }

  /** Sends a line that is no message: for what a client must survive. */
  void raw(String text) {
    put(Bytes.of(text));
  }

  void end() {
    parcels.add(new Parcel(Optional.empty()));
  }

  void freeze() {
    frozen = true;
  }

  private void put(JsonNode message) {
    String text = new String(Json.bytes(message), StandardCharsets.UTF_8);
    put(Bytes.of(events ? "data: " + text + "\n\n" : text + "\n"));
  }

  private void put(Bytes bytes) {
    parcels.add(new Parcel(Optional.of(bytes)));
  }

  /** Writes until the stream ends; a frozen one says nothing more, and stays open. */
  void serve() throws IOException, InterruptedException {
    connection.beginStream(events ? "text/event-stream" : "application/json");
    Optional<Bytes> next = parcels.take().bytes();
    while (next.isPresent()) {
      if (!frozen) {
        connection.write(next.get().content());
      }
      next = parcels.take().bytes();
    }
    connection.close();
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
