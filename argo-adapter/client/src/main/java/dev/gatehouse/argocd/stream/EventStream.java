package dev.gatehouse.argocd.stream;

import com.fasterxml.jackson.databind.ObjectReader;
import dev.gatehouse.argocd.client.ApplicationQuery;
import dev.gatehouse.argocd.client.ApplicationSetQuery;
import dev.gatehouse.argocd.client.LogQuery;
import dev.gatehouse.argocd.http.ArgoCdCall;
import dev.gatehouse.argocd.http.Piece;
import dev.gatehouse.argocd.model.ApplicationChange;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ApplicationSetChange;
import dev.gatehouse.argocd.model.LogLine;
import dev.gatehouse.argocd.model.ResourceTree;
import dev.gatehouse.http.ApiCall;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.http.HttpTransport;
import dev.gatehouse.http.ServerEvent;
import dev.gatehouse.http.ServerEvents;
import dev.gatehouse.http.ServerStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Follows what a server tells on a thread of its own, until it is closed or ends.
 *
 * <p>It does not connect again, and the server loses events under load and replays none: whoever
 * listens must read again after each end and from time to time. A server that has nothing to tell
 * at the beginning answers nothing at all, so that such a stream ends with {@code TIMED_OUT} after
 * the {@linkplain dev.gatehouse.http.Limits#streamSilence() longest silence}; begin it again.
 * Thread-safe.
 *
 * @param <T> what it tells
 */
public final class EventStream<T> implements AutoCloseable {
  private final ServerStream stream;
  private final StreamListener<? super T> listener;
  private final ObjectReader reader;
  private final int mostBytes;
  private final Thread thread;

  private EventStream(
      HttpTransport transport, ApiCall call, Class<T> type, StreamListener<? super T> listener)
      throws ApiException {
    this.stream = transport.stream(call);
    this.listener = listener;
    this.reader = transport.mapper().readerFor(Piece.of(type));
    this.mostBytes = transport.server().limits().eventBytes();
    this.thread = new Thread(this::run, "argo-cd-stream");
    thread.setDaemon(true);
  }

  /**
   * Follows applications and returns at once; the listener hears whether it worked. It begins with
   * all that are there, unless the query names a version.
   *
   * @throws ApiException when the token cannot be read
   */
  public static EventStream<ApplicationChange> applications(
      HttpTransport transport,
      ApplicationQuery query,
      StreamListener<? super ApplicationChange> listener)
      throws ApiException {
    return start(transport, query.streamCall(), ApplicationChange.class, listener);
  }

  /**
   * Follows the objects of one application: the whole tree after each change, and none at the
   * beginning.
   *
   * @throws ApiException when the token cannot be read
   */
  public static EventStream<ResourceTree> resourceTree(
      HttpTransport transport, ApplicationRef ref, StreamListener<? super ResourceTree> listener)
      throws ApiException {
    ApiCall call =
        ArgoCdCall.get("stream", "applications", ref.name(), "resource-tree")
            .with("project", ref.project())
            .with("appNamespace", ref.namespace());
    return start(transport, call, ResourceTree.class, listener);
  }

  /**
   * Follows application sets; it begins with what is there only if the query names one.
   *
   * @throws ApiException when the token cannot be read
   */
  public static EventStream<ApplicationSetChange> applicationSets(
      HttpTransport transport,
      ApplicationSetQuery query,
      StreamListener<? super ApplicationSetChange> listener)
      throws ApiException {
    return start(transport, query.streamCall(), ApplicationSetChange.class, listener);
  }

  /**
   * Follows the logs of an application's pods as they grow; the last line says that it is the last.
   *
   * @throws ApiException when the token cannot be read
   */
  public static EventStream<LogLine> logs(
      HttpTransport transport,
      ApplicationRef ref,
      LogQuery query,
      StreamListener<? super LogLine> listener)
      throws ApiException {
    return start(transport, query.call(ref).with("follow", "true"), LogLine.class, listener);
  }

  private static <T> EventStream<T> start(
      HttpTransport transport, ApiCall call, Class<T> type, StreamListener<? super T> listener)
      throws ApiException {
    EventStream<T> started = new EventStream<>(transport, call, type, listener);
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
      ServerEvents events = new ServerEvents(stream.open(), mostBytes);
      listener.opened();
      for (Optional<ServerEvent> next = events.next(); next.isPresent(); next = events.next()) {
        tell(next.get());
      }
      return StreamEnd.of(ended(StreamEnd.Kind.FINISHED));
    } catch (ApiException e) {
      return failed(e);
    } catch (ServerEvents.TooLongException e) {
      return failed(stream.failed(FailureKind.TOO_LARGE, "an event is beyond the limit"));
    } catch (IOException e) {
      return failed(stream.broken(e));
    }
  }

  private void tell(ServerEvent event) throws IOException {
    if (event.isEmpty()) {
      listener.alive();
    } else {
      listener.changed(Piece.value(reader.<Piece<T>>readValue(event.data())));
    }
  }

  private StreamEnd failed(ApiException cause) {
    return stream.isCancelled() ? StreamEnd.of(StreamEnd.Kind.CLOSED) : StreamEnd.failed(cause);
  }

  private StreamEnd.Kind ended(StreamEnd.Kind otherwise) {
    return stream.isCancelled() ? StreamEnd.Kind.CLOSED : otherwise;
  }
}
