package dev.gatehouse.engine;

import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.spi.EvidenceAnswer;
import dev.gatehouse.spi.EvidenceRequest;
import dev.gatehouse.spi.EvidenceSource;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls sources of evidence with a bound on time, and each of them once at a time; thread-safe.
 *
 * <p>A source that ignores its interruption keeps one thread, and is not called again before it
 * returns.
 */
final class SourceCalls {
  private final Duration longest;
  private final ExecutorService threads = Executors.newCachedThreadPool(SourceCalls::daemon);
  private final Map<SourceName, Semaphore> places = new ConcurrentHashMap<>();
  private final Set<SourceName> late = ConcurrentHashMap.newKeySet();

  SourceCalls(Duration longest) {
    this.longest = longest;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "gatehouse-evidence");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * What became of a call: an answer, why there is none, or neither when the source is at work for
   * another promotion and is asked a moment later.
   */
  record Result(Optional<EvidenceAnswer> answer, Optional<String> why) {
    static final Result BUSY = new Result(Optional.empty(), Optional.empty());

    static Result noAnswer(String why) {
      return new Result(Optional.empty(), Optional.of(why));
    }
  }

  Result call(EvidenceSource source, EvidenceRequest request) {
    SourceName name = source.name();
    Semaphore place = places.computeIfAbsent(name, any -> new Semaphore(1));
    if (!place.tryAcquire()) {
      return late.contains(name)
          ? Result.noAnswer("its last call has not returned yet")
          : Result.BUSY;
    }
    late.remove(name);
    Future<EvidenceAnswer> answer =
        threads.submit(
            () -> {
              try {
                return source.ask(request);
              } finally {
                place.release();
              }
            });
    return within(answer, name);
  }

  private Result within(Future<EvidenceAnswer> answer, SourceName name) {
    try {
      return new Result(
          Optional.of(answer.get(longest.toMillis(), TimeUnit.MILLISECONDS)), Optional.empty());
    } catch (TimeoutException e) {
      late.add(name);
      answer.cancel(true);
      return Result.noAnswer("it did not answer within " + longest.toSeconds() + " s");
    } catch (ExecutionException e) {
      return Result.noAnswer(words(Objects.requireNonNullElse(e.getCause(), e)));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return Result.BUSY;
    }
  }

  private static String words(Throwable cause) {
    return cause instanceof PlatformException broken
        ? broken.reason().what()
        : "it failed with " + cause.getClass().getSimpleName();
  }
}
