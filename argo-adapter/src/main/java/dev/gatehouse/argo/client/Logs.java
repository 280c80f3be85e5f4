package dev.gatehouse.argo.client;

import dev.gatehouse.argo.http.ApiCall;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.model.ApplicationRef;
import dev.gatehouse.argo.model.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads the logs of an application's pods, as far as they go now; {@code EventStream.logs} follows
 * them.
 *
 * <p>The lines of several pods come in the order of their times. Thread-safe. Each method throws an
 * {@link ArgoCdException} when the answer is not a good one, also when it breaks off before its
 * end.
 */
public final class Logs {
  private final ArgoCdTransport transport;

  Logs(ArgoCdTransport transport) {
    this.transport = transport;
  }

  /** Reads a log as a whole, of no more bytes than any answer may have. */
  public List<LogLine> read(ApplicationRef ref, LogQuery query) throws ArgoCdException {
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
      throws ArgoCdException {
    read(ref, query, transport.server().limits().listBytes(), consumer);
  }

  private void read(ApplicationRef ref, LogQuery query, long bytes, Consumer<LogLine> consumer)
      throws ArgoCdException {
    ApiCall call = query.call(ref).streamed(bytes);
    int longest = transport.server().limits().eventBytes();
    transport.call(call, new LogReader(consumer, longest));
  }
}
