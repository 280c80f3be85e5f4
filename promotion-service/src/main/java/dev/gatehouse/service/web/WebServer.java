package dev.gatehouse.service.web;

import dev.gatehouse.reason.InvalidConfigurationException;
import dev.gatehouse.reason.Reason;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.XnioExecutor;

/**
 * Listens, reads whole requests within limits, and has them answered by a few threads.
 *
 * <p>A client that is slow holds a connection and no thread. Thread-safe. Close it: what is in hand
 * is answered first.
 */
public final class WebServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WebServer.class.getName());
  private final WebLimits limits;
  private final Handler handler;
  private final ExecutorService threads;
  private final Semaphore inHand;
  private final Undertow undertow;
  private final AtomicBoolean stopping = new AtomicBoolean();

  private WebServer(InetSocketAddress at, WebLimits limits, Handler handler) {
    this.limits = limits;
    this.handler = handler;
    this.threads = Executors.newFixedThreadPool(limits.threads());
    this.inHand = new Semaphore(limits.requests());
    this.undertow =
        Undertow.builder()
            .addHttpListener(at.getPort(), at.getHostString(), this::received)
            .setIoThreads(2)
            .setWorkerThreads(1)
            .setServerOption(UndertowOptions.MAX_HEADER_SIZE, limits.head())
            .setServerOption(UndertowOptions.MAX_HEADERS, limits.headers())
            .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(limits.arrival()))
            .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, millis(limits.idle()))
            .setServerOption(UndertowOptions.IDLE_TIMEOUT, millis(limits.idle()))
            .setServerOption(UndertowOptions.DECODE_URL, false)
            .setServerOption(UndertowOptions.ENABLE_HTTP2, false)
            .setWorkerOption(Options.CONNECTION_HIGH_WATER, limits.connections())
            .setWorkerOption(Options.CONNECTION_LOW_WATER, limits.connections())
            .build();
  }

  /**
   * Starts to listen.
   *
   * @param at the address; port 0 for a free one
   */
  public static WebServer start(InetSocketAddress at, WebLimits limits, Handler handler) {
    WebServer server = new WebServer(at, limits, handler);
    server.undertow.start();
    return server;
  }

  /** Returns where it listens. */
  public InetSocketAddress address() {
    return (InetSocketAddress) undertow.getListenerInfo().get(0).getAddress();
  }

  private static int millis(Duration time) {
    return Math.toIntExact(time.toMillis());
  }

  /** On a thread that only moves bytes: nothing here may wait. */
  private void received(HttpServerExchange exchange) {
    String where = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    if (stopping.get()) {
      refuse(exchange, WebReasons.stopping(where));
      return;
    }
    if (exchange.getRequestContentLength() > limits.body()) {
      refuse(exchange, WebReasons.bodyTooLarge(where, limits.body()));
      return;
    }
    if (!inHand.tryAcquire()) {
      refuse(exchange, WebReasons.busy(where));
      return;
    }
    exchange.addExchangeCompleteListener(
        (done, next) -> {
          inHand.release();
          next.proceed();
        });
    read(exchange, where);
  }

  private void read(HttpServerExchange exchange, String where) {
    Body body = new Body(limits.body());
    XnioExecutor.Key late =
        exchange
            .getIoThread()
            .executeAfter(
                () -> IoUtils.safeClose(exchange.getConnection()),
                limits.arrival().toMillis(),
                TimeUnit.MILLISECONDS);
    exchange
        .getRequestReceiver()
        .receivePartialBytes(
            (part, bytes, last) -> {
              if (body.add(bytes)) {
                // The client may go on sending; the connection is closed when its time is over.
                refuse(part, WebReasons.bodyTooLarge(where, limits.body()));
              } else if (last && !body.isTooLong()) {
                late.remove();
                part.dispatch(threads, () -> answer(part, body.bytes()));
              }
            },
            (broken, failure) -> IoUtils.safeClose(broken.getConnection()));
  }

  private void answer(HttpServerExchange exchange, byte[] body) {
    Response response;
    try {
      response = handler.on(Requests.of(exchange, body));
    } catch (InvalidConfigurationException e) {
      response = Problem.of(ProblemStatus.of(e.reason().code()), e.reason());
    } catch (RuntimeException | Error e) {
      LOG.log(System.Logger.Level.ERROR, "no answer", e);
      response = Problem.of(500, WebReasons.bug(exchange.getRequestMethod().toString()));
    }
    send(exchange, response);
  }

  private static void refuse(HttpServerExchange exchange, Reason reason) {
    exchange.setPersistent(false);
    Response refusal = Problem.of(ProblemStatus.of(reason.code()), reason);
    send(exchange, refusal.status() == 503 ? refusal.with("Retry-After", "2") : refusal);
  }

  private static void send(HttpServerExchange exchange, Response response) {
    exchange.setStatusCode(response.status());
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, response.type());
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    exchange.getResponseHeaders().put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    response
        .headers()
        .forEach((name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    exchange
        .getResponseSender()
        .send(ByteBuffer.wrap(response.body().getBytes(StandardCharsets.UTF_8)));
  }

  /** Takes no new request, waits for those in hand, and lets go of the address. */
  @Override
  public void close() {
    if (stopping.getAndSet(true)) {
      return;
    }
    try {
      if (!inHand.tryAcquire(limits.requests(), limits.grace().toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(System.Logger.Level.WARNING, "stopped while requests were being answered");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    undertow.stop();
    threads.shutdownNow();
  }
}
