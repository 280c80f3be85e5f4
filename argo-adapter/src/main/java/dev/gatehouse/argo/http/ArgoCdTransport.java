package dev.gatehouse.argo.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/**
 * Sends requests to one Argo CD server.
 *
 * <p>Guarantees: a request that changes something is sent at most once; redirects are not followed;
 * an answer is bounded in size, depth and time; a failure is an {@link ArgoCdException} and holds
 * no secret; an interrupt ends the wait and stays set. Thread-safe; closing it breaks off what
 * runs.
 */
public final class ArgoCdTransport implements AutoCloseable {
  private final ArgoCdServer server;
  private final OkHttpClient http;
  private final ObjectMapper mapper;
  private final InstantSource clock;
  private final Pause pause;
  private final DoubleSupplier random;

  /**
   * With a clock, pauses and chance of the caller's choice.
   *
   * @param random from 0 to 1, spreads the pauses
   */
  public ArgoCdTransport(
      ArgoCdServer server, InstantSource clock, Pause pause, DoubleSupplier random) {
    this.server = server;
    this.http = OkHttpSetup.client(server);
    this.mapper = Json.mapper(server.limits().depth());
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  /** With the system's clock and true pauses. */
  public static ArgoCdTransport to(ArgoCdServer server) {
    return new ArgoCdTransport(
        server,
        InstantSource.system(),
        Pause.real(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /** The server. */
  public ArgoCdServer server() {
    return server;
  }

  /**
   * Sends a request and makes something of the answer.
   *
   * @throws ArgoCdException for whatever is not a good answer
   */
  public <T> T call(ApiCall call, AnswerReader<T> reader) throws ArgoCdException {
    Instant end = clock.instant().plus(call.deadline().orElse(server.limits().deadline()));
    for (int tried = 1; ; tried++) {
      Optional<ArgoCdToken> token = token(call);
      Failures failures = failures(call, token);
      Duration left = left(end, failures);
      Exchange<T> exchange = exchange(call, reader, failures);
      try {
        return exchange.run(http(left).newCall(request(call, token, left)), left);
      } catch (ArgoCdException e) {
        boolean over = tried >= server.retry().tries() || !call.isReading();
        boolean spent = exchange.hasBegunReading() && !call.repeatable();
        if (over || spent || !e.kind().isPassing()) {
          throw e;
        }
        pauseBeforeNext(tried, e, end, failures);
      }
    }
  }

  /**
   * Prepares a stream of events, which ends by itself, by silence or by being closed. It is not
   * tried again.
   *
   * @throws ArgoCdException when the token cannot be read
   */
  public ServerStream stream(ApiCall call) throws ArgoCdException {
    Optional<ArgoCdToken> token = token(call);
    OkHttpClient patient = http.newBuilder().readTimeout(server.limits().streamSilence()).build();
    Request request = Requests.of(server, call, token, "text/event-stream");
    return new ServerStream(patient.newCall(request), failures(call, token), clock);
  }

  /** Reads one piece of JSON, within the same bounds as an answer. */
  public ObjectMapper mapper() {
    return mapper;
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  private <T> Exchange<T> exchange(ApiCall call, AnswerReader<T> reader, Failures failures) {
    long most = call.bytes().orElse(server.limits().answerBytes());
    return new Exchange<>(failures, reader, mapper, most, clock);
  }

  private OkHttpClient http(Duration left) {
    return http.newBuilder().callTimeout(left).build();
  }

  private Request request(ApiCall call, Optional<ArgoCdToken> token, Duration left) {
    return Requests.of(server, call, token, "application/json")
        .newBuilder()
        .header("Grpc-Timeout", Requests.grpcTimeout(left))
        .build();
  }

  private Optional<ArgoCdToken> token(ApiCall call) throws ArgoCdException {
    try {
      return server.credentials().token();
    } catch (IOException e) {
      throw failures(call, Optional.empty())
          .of(FailureKind.UNAUTHENTICATED, "the token cannot be read");
    }
  }

  private Failures failures(ApiCall call, Optional<ArgoCdToken> token) {
    List<String> hidden = new ArrayList<>(call.hidden());
    token.map(ArgoCdToken::reveal).ifPresent(hidden::add);
    return new Failures(server, call, hidden);
  }

  private Duration left(Instant end, Failures failures) throws ArgoCdException {
    Duration left = Duration.between(clock.instant(), end);
    if (left.toMillis() < 1) {
      throw failures.of(FailureKind.TIMED_OUT, "the deadline is over");
    }
    return left;
  }

  private void pauseBeforeNext(int tried, ArgoCdException last, Instant end, Failures failures)
      throws ArgoCdException {
    Duration length =
        server.retry().pauseAfter(tried, last.failure().retryAfter(), random.getAsDouble());
    if (clock.instant().plus(length).isAfter(end)) {
      throw last;
    }
    try {
      pause.pause(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failures.of(FailureKind.INTERRUPTED, "interrupted between two tries");
    }
  }
}
