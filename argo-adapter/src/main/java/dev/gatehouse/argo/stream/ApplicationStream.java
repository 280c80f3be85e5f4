package dev.gatehouse.argo.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.argo.client.ApplicationQuery;
import dev.gatehouse.argo.http.ArgoCdException;
import dev.gatehouse.argo.http.ArgoCdTransport;
import dev.gatehouse.argo.http.FailureKind;
import dev.gatehouse.argo.http.ServerStream;
import dev.gatehouse.argo.http.UnexpectedAnswerException;
import java.io.IOException;
import java.util.Optional;

/**
 * Follows the changes of applications on a thread of its own, until it is closed or ends.
 *
 * <p>It does not connect again, and the server loses events under load and replays none: whoever
 * listens must list again after each end and from time to time. Thread-safe.
 */
public final class ApplicationStream implements AutoCloseable {
  private final ServerStream stream;
  private final StreamListener listener;
  private final ObjectMapper mapper;
  private final int mostBytes;
  private final Thread thread;

  private ApplicationStream(
      ServerStream stream, StreamListener listener, ObjectMapper mapper, int mostBytes) {
    this.stream = stream;
    this.listener = listener;
    this.mapper = mapper;
    this.mostBytes = mostBytes;
    this.thread = new Thread(this::run, "argo-cd-stream");
    thread.setDaemon(true);
  }

  /**
   * Begins to follow and returns at once; the listener hears whether it worked.
   *
   * @throws ArgoCdException when the token cannot be read
   */
  public static ApplicationStream start(
      ArgoCdTransport transport, ApplicationQuery query, StreamListener listener)
      throws ArgoCdException {
    ApplicationStream started =
        new ApplicationStream(
            transport.stream(query.streamCall()),
            listener,
            transport.mapper(),
            transport.server().limits().eventBytes());
    started.thread.start();
    return started;
  }

  /** Ends it; the listener is told soon, on the stream's thread. */
  @Override
  public void close() {
    stream.cancel();
  }

  private void run() {
    StreamEnd end = StreamEnd.of(StreamEnd.Kind.CLOSED);
    try (stream) {
      end = follow();
    } finally {
      listener.ended(end);
    }
  }

  private StreamEnd follow() {
    try {
      EventReader events = new EventReader(stream.open(), mostBytes);
      listener.opened();
      for (Optional<byte[]> next = events.next(); next.isPresent(); next = events.next()) {
        tell(next.get());
      }
      return StreamEnd.of(ended(StreamEnd.Kind.FINISHED));
    } catch (ArgoCdException e) {
      return failed(e);
    } catch (EventReader.TooLongException e) {
      return failed(stream.failed(FailureKind.TOO_LARGE, "an event is beyond the limit"));
    } catch (IOException e) {
      return failed(stream.broken(e));
    }
  }

  private void tell(byte[] event) throws IOException, ArgoCdException {
    if (event.length == 0) {
      listener.alive();
      return;
    }
    StreamEvent read = mapper.readValue(event, StreamEvent.class);
    if (read != null && read.error().isPresent()) {
      StreamEvent.ErrorPart error = read.error().get();
      throw stream.reported(error.code(), error.status(), error.message().orElse(""));
    }
    if (read == null || read.result().isEmpty()) {
      throw new UnexpectedAnswerException("an event is neither a change nor an error");
    }
    listener.changed(read.result().get());
  }

  private StreamEnd failed(ArgoCdException cause) {
    return stream.isCancelled() ? StreamEnd.of(StreamEnd.Kind.CLOSED) : StreamEnd.failed(cause);
  }

  private StreamEnd.Kind ended(StreamEnd.Kind otherwise) {
    return stream.isCancelled() ? StreamEnd.Kind.CLOSED : otherwise;
  }
}
