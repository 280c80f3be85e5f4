package dev.gatehouse.testkit.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** One open answer that comes piece by piece; nothing at all goes out before the first piece. */
final class PieceStream {
  private final HttpConnection connection;
  private final boolean events;
  private final BlockingQueue<Optional<Bytes>> parcels = new LinkedBlockingQueue<>();

  PieceStream(HttpConnection connection, HttpCall call) {
    this.connection = connection;
    this.events = call.wantsEvents();
  }

  void tell(JsonNode result) {
    ObjectNode piece = Json.object();
    piece.set("result", result);
    put(piece);
  }

  void fail(GrpcCode code, String message) {
    put(new Refusal(code, message).inStream());
    end();
  }

  void end() {
    parcels.add(Optional.empty());
  }

  private void put(JsonNode piece) {
    parcels.add(Optional.of(Bytes.of(framed(piece, events))));
  }

  void serve() throws IOException, InterruptedException {
    Optional<Bytes> next = parcels.take();
    connection.beginStream(type(events));
    while (next.isPresent()) {
      connection.write(next.get().content());
      next = parcels.take();
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

  private static String framed(JsonNode piece, boolean events) {
    return events ? "data: " + piece + " \n\n\n" : piece + "\n";
  }

  private static String type(boolean events) {
    return events ? "text/event-stream" : "application/json";
  }
}
