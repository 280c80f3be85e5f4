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
    put(error(code, message));
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

  /** Returns the answer to who is refused before the first piece; it has the form of a piece. */
  static HttpAnswer refused(Refusal refusal, boolean events) {
    String text = framed(error(refusal.code(), refusal.text()), events);
    return HttpAnswer.text(refusal.code().http(), text).with("Content-Type", type(events));
  }

  private static ObjectNode error(GrpcCode code, String message) {
    ObjectNode piece = Json.object();
    piece
        .putObject("error")
        .put("grpc_code", code.number())
        .put("http_code", code.http())
        .put("message", message);
    return piece;
  }

  private static String framed(JsonNode piece, boolean events) {
    return events ? "data: " + piece + " \n\n\n" : piece + "\n";
  }

  private static String type(boolean events) {
    return events ? "text/event-stream" : "application/json";
  }
}
