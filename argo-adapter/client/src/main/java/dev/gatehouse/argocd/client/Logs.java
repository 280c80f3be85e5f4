package dev.gatehouse.argocd.client;

import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.LogLine;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.HttpTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the logs of an application's pods, as far as they go now; {@code EventStream.logs} follows
 * them.
 *
 * <p>The lines of several pods come in the order of their times. Thread-safe. Each method throws an
 * {@link ApiException} when the answer is not a good one, also when it breaks off before its end.
 */
public final class Logs {
  private final HttpTransport transport;

  Logs(HttpTransport transport) {
    this.transport = transport;
  }

  /** Reads a log as a whole, of no more bytes than any answer may have. */
  public List<LogLine> read(ApplicationRef ref, LogQuery query) throws ApiException {
    List<LogLine> lines = new ArrayList<>();
    read(ref, query, transport.server().limits().answerBytes(), lines::add);
    return List.copyOf(lines);
  }

  /**
   * Reads a log line by line, so that the whole of it is never in memory. The consumer is called on
   * a thread of the transport before this method returns; after an exception it has seen a part
   * only.
   */
  public void read(ApplicationRef ref, LogQuery query, Consumer<LogLine> consumer)
      throws ApiException {
    read(ref, query, transport.server().limits().listBytes(), consumer);
  }

  private void read(ApplicationRef ref, LogQuery query, long bytes, Consumer<LogLine> consumer)
      throws ApiException {
    ApiCall call = query.call(ref).streamed(bytes);
    int longest = transport.server().limits().eventBytes();
    transport.call(call, new LogReader(consumer, longest));
  }
}
