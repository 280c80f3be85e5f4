package dev.gatehouse.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One try of one request. The work is done on a thread of OkHttp, so that the caller can be
 * interrupted while the socket blocks.
 *
 * @param <T> what the answer is made into
 */
final class Exchange<T> implements Callback {
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final AtomicBoolean reading = new AtomicBoolean();
  private final Failures failures;
  private final AnswerTaker<T> taker;

  Exchange(Failures failures, AnswerTaker<T> taker) {
    this.failures = failures;
    this.taker = taker;
  }

  /** Whether the answer has begun to be read by who asked. */
  boolean hasBegunReading() {
    return reading.get();
  }

  T run(Call call, Duration time) throws ApiException {
    call.enqueue(this);
    try {
      return result.get(time.toMillis() + 1000, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      call.cancel();
      Thread.currentThread().interrupt();
      throw failures.of(FailureKind.INTERRUPTED, "interrupted while waiting for the answer");
    } catch (TimeoutException e) {
      call.cancel();
      throw failures.of(FailureKind.TIMED_OUT, "no answer in time");
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  private ApiException unwrapped(@Nullable Throwable cause) {
    if (cause instanceof ApiException known) {
      return known;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    if (cause instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    return failures.of(FailureKind.MALFORMED, "the answer cannot be read");
  }

  @Override
  public void onFailure(Call call, IOException cause) {
    result.completeExceptionally(failures.broken(call, cause));
  }

  @Override
  public void onResponse(Call call, Response answer) {
    try (answer) {
      result.complete(taker.take(answer, failures, () -> reading.set(true)));
    } catch (IOException e) {
      result.completeExceptionally(failures.broken(call, e));
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }
}
