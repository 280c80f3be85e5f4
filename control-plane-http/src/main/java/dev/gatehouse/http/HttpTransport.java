package dev.gatehouse.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.spi.Pause;
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
 * Sends requests to one server.
 *
 * <p>Guarantees: a request that changes something is sent at most once; redirects are not followed;
 * an answer is bounded in size, depth and time; a failure is an {@link ApiException} and holds no
 * secret; an interrupt ends the wait and stays set. Thread-safe; closing it breaks off what runs.
 */
public final class HttpTransport implements AutoCloseable {
  private final ApiServer server;
  private final ErrorDialect dialect;
  private final OkHttpClient http;
  private final ObjectMapper mapper;
  private final InstantSource clock;
  private final Pause pause;
  private final DoubleSupplier random;

  /**
   * With a clock, pauses and chance of the caller's choice.
   *
   * @param dialect how the product behind the address says no
   * @param random from 0 to 1, spreads the pauses
   */
  public HttpTransport(
      ApiServer server,
      ErrorDialect dialect,
      InstantSource clock,
      Pause pause,
      DoubleSupplier random) {
    this.server = server;
    this.dialect = dialect;
    this.http = OkHttpSetup.client(server);
    this.mapper = Json.mapper(server.limits().depth());
    this.clock = clock;
    this.pause = pause;
    this.random = random;
  }

  /** With the system's clock and real pauses. */
  public static HttpTransport to(ApiServer server, ErrorDialect dialect) {
    return new HttpTransport(
        server,
        dialect,
        InstantSource.system(),
        Pause.real(),
        () -> ThreadLocalRandom.current().nextDouble());
  }

  /** The server. */
  public ApiServer server() {
    return server;
  }

  /**
   * Sends a request and makes something of the answer.
   *
   * @throws ApiException for whatever is not a good answer
   */
  public <T> T call(ApiCall call, AnswerReader<T> reader) throws ApiException {
    return exchanged(call, AnswerTaker.json(reader, mapper, mostBytes(call), clock));
  }

  /**
   * Sends a request whose answer is its status: the body is empty, or of no interest.
   *
   * @throws ApiException for whatever is not a good answer, also for a page for people
   */
  public void send(ApiCall call) throws ApiException {
    exchanged(call, AnswerTaker.status(mostBytes(call), clock));
  }

  private <T> T exchanged(ApiCall call, AnswerTaker<T> taker) throws ApiException {
    Instant end = clock.instant().plus(call.deadline().orElse(server.limits().deadline()));
    for (int tried = 1; ; tried++) {
      Optional<BearerToken> token = token(call);
      Failures failures = failures(call, token);
      Duration left = left(end, failures);
      Exchange<T> exchange = new Exchange<>(failures, taker);
      try {
        return exchange.run(http(left).newCall(request(call, token, left)), left);
      } catch (ApiException e) {
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
   * Prepares a stream of events, which ends automatically, by silence or by being closed. It is not
   * tried again.
   *
   * @throws ApiException when the token cannot be read
   */
  public ServerStream stream(ApiCall call) throws ApiException {
    Optional<BearerToken> token = token(call);
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

  private long mostBytes(ApiCall call) {
    return call.bytes().orElse(server.limits().answerBytes());
  }

  private OkHttpClient http(Duration left) {
    return http.newBuilder().callTimeout(left).build();
  }

  private Request request(ApiCall call, Optional<BearerToken> token, Duration left) {
    Request.Builder request = Requests.of(server, call, token, "application/json").newBuilder();
    dialect.deadline(left).forEach(request::header);
    return request.build();
  }

  private Optional<BearerToken> token(ApiCall call) throws ApiException {
    try {
      return server.credentials().token();
    } catch (IOException e) {
      throw failures(call, Optional.empty())
          .of(FailureKind.UNAUTHENTICATED, "the token cannot be read");
    }
  }

  private Failures failures(ApiCall call, Optional<BearerToken> token) {
    List<String> hidden = new ArrayList<>(call.hidden());
    token.map(BearerToken::reveal).ifPresent(hidden::add);
    return new Failures(server, dialect, call, hidden);
  }

  private Duration left(Instant end, Failures failures) throws ApiException {
    Duration left = Duration.between(clock.instant(), end);
    if (left.toMillis() < 1) {
      throw failures.of(FailureKind.TIMED_OUT, "the deadline is over");
    }
    return left;
  }

  private void pauseBeforeNext(int tried, ApiException last, Instant end, Failures failures)
      throws ApiException {
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
