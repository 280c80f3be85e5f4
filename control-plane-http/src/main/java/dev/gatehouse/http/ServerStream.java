package dev.gatehouse.http;

import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import okhttp3.Call;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * A stream of events that a server sends until it, we or the network end it. Opened, read and
 * closed by one thread; cancelled by any.
 */
public final class ServerStream implements AutoCloseable {
  private final Call call;
  private final Failures failures;
  private final InstantSource clock;
  private @Nullable Response answer;

  ServerStream(Call call, Failures failures, InstantSource clock) {
    this.call = call;
    this.failures = failures;
    this.clock = clock;
  }

  /**
   * Waits until the server has begun to answer, and returns the bytes as they come; a silence that
   * is too long ends in an exception.
   *
   * @throws ApiException when the server does not open the stream
   */
  public InputStream open() throws ApiException {
    try {
      Response opened = call.execute();
      answer = opened;
      ErrorAnswers.requireGood(opened, failures, clock.instant(), "text/event-stream");
      return opened.body().byteStream();
    } catch (IOException e) {
      throw failures.broken(e);
    }
  }

  /** What an exception of reading means, also one that the server has reported. */
  public ApiException broken(IOException cause) {
    return failures.broken(cause);
  }

  /** A failure of our own finding. */
  public ApiException failed(FailureKind kind, String message) {
    return failures.of(kind, message);
  }

  /** Ends a read that blocks in another thread. */
  public void cancel() {
    call.cancel();
  }

  /** Whether {@link #cancel()} was called. */
  public boolean isCancelled() {
    return call.isCanceled();
  }

  @Override
  public void close() {
    call.cancel();
    if (answer != null) {
      answer.close();
    }
  }
}
