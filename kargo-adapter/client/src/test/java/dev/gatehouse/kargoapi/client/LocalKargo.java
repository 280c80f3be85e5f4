package dev.gatehouse.kargoapi.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.http.ApiServer;
import dev.gatehouse.http.BearerToken;
import dev.gatehouse.http.Credentials;
import dev.gatehouse.http.Limits;
import dev.gatehouse.http.RetryPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A server that answers as a test says; not a Kargo, and without any state. */
public final class LocalKargo implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Function<Asked, Answer> answers = request -> Answer.json(404, "{}");

  private LocalKargo(HttpServer server) {
    this.server = server;
  }

  /**
   * A request as it came.
   *
   * @param path with the query, decoded
   */
  public record Asked(
      String method, String path, String authorization, String contentType, String body) {
    public String line() {
      return method + " " + path;
    }
  }

  /**
   * What is answered; without a type the body is empty.
   *
   * @param held whether the connection stays open behind the body
   */
  public record Answer(int status, String type, String body, boolean held) {
    public Answer(int status, String type, String body) {
      this(status, type, body, false);
    }

    /** Events, after which the stream ends without a word. */
    public static Answer events(String body) {
      return new Answer(200, "text/event-stream", body, false);
    }

    /** Events, after which nothing comes. */
    public static Answer open(String body) {
      return new Answer(200, "text/event-stream", body, true);
    }

    public static Answer json(int status, String body) {
      return new Answer(status, "application/json; charset=utf-8", body);
    }

    public static Answer error(int status, String text) {
      return json(status, "{\"error\":\"" + text + "\"}");
    }

    public static Answer empty(int status) {
      return new Answer(status, "", "");
    }
  }

  public static LocalKargo start() {
    try {
      InetSocketAddress loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      LocalKargo started = new LocalKargo(HttpServer.create(loopback, 50));
      started.server.setExecutor(started.threads);
      started.server.createContext("/", started::serve);
      started.server.start();
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers like this from now on. */
  public LocalKargo answering(Function<Asked, Answer> wanted) {
    answers = wanted;
    return this;
  }

  /** Each request so far. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** As clients want it, with a token; a failed read is not tried again. */
  public ApiServer.Builder server() {
    return server("");
  }

  private ApiServer.Builder server(String below) {
    return ApiServer.at(URI.create(uri() + below))
        .allowPlainHttp()
        .credentials(Credentials.of(BearerToken.of("secret-token")))
        .limits(Limits.standard().withDeadline(Duration.ofSeconds(30)))
        .retry(RetryPolicy.never());
  }

  public KargoClient client() {
    return client("");
  }

  /** A client of a server that is served below this path. */
  public KargoClient client(String below) {
    return KargoClient.to(server(below).build());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request = asked(exchange);
      asked.add(request);
      Answer answer = answers.apply(request);
      if (!answer.type().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.type());
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      if (answer.held()) {
        hold(exchange, answer.status(), body);
        return;
      }
      boolean none = body.length == 0 || request.method().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), none ? -1 : body.length);
      if (!none) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private void hold(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, 0);
    exchange.getResponseBody().write(body);
    exchange.getResponseBody().flush();
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Asked asked(HttpExchange exchange) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    return new Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath() + (query == null ? "" : "?" + query),
        header(exchange, "Authorization"),
        header(exchange, "Content-Type"),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
