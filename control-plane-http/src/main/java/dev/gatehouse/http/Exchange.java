package dev.gatehouse.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
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
  private final AnswerReader<T> reader;
  private final ObjectMapper mapper;
  private final long mostBytes;
  private final InstantSource clock;

  Exchange(
      Failures failures,
      AnswerReader<T> reader,
      ObjectMapper mapper,
      long mostBytes,
      InstantSource clock) {
    this.failures = failures;
    this.reader = reader;
    this.mapper = mapper;
    this.mostBytes = mostBytes;
    this.clock = clock;
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
      result.complete(read(answer));
    } catch (IOException e) {
      result.completeExceptionally(failures.broken(call, e));
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  private T read(Response answer) throws IOException, ApiException {
    ErrorAnswers.requireGood(answer, failures, clock.instant(), "application/json");
    try (InputStream in = new BoundedInput(answer.body().byteStream(), mostBytes);
        JsonParser json = mapper.createParser(in)) {
      reading.set(true);
      T value = reader.read(json);
      if (json.nextToken() != null) {
        throw new UnexpectedAnswerException("unexpected data after the end of the answer");
      }
      return value;
    }
  }
}
