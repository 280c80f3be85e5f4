package dev.gatehouse.argocd.http;

import dev.gatehouse.http.ApiServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server on a raw socket that says exactly what it is told, one script for each connection, good
 * manners or not.
 */
public final class LocalServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool(LocalServer::daemon);
  private final ConcurrentLinkedQueue<Script> scripts = new ConcurrentLinkedQueue<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  private LocalServer(ServerSocket socket) {
    this.socket = socket;
    threads.execute(this::accept);
  }

  /** What happens on one connection after the request was read. */
  @FunctionalInterface
  public interface Script {
    void run(OutputStream out) throws IOException, InterruptedException;
  }

  public static LocalServer start() {
    try {
      return new LocalServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  /** The server as clients want it: plain http allowed, quick limits. */
  public ApiServer.Builder server() {
    return ApiServer.at(uri()).allowPlainHttp();
  }

  public LocalServer then(Script script) {
    scripts.add(script);
    return this;
  }

  /** A whole answer after which the connection is closed. */
  public LocalServer answers(int status, String type, String body, String... headers) {
    return then(out -> write(out, whole(status, type, body, headers)));
  }

  public LocalServer answersJson(String body) {
    return answers(200, "application/json", body);
  }

  /** Keeps the connection until the server is closed. */
  public void hold() throws InterruptedException {
    end.await();
  }

  /** Each request as it came: the line, the headers and the body. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  public static String whole(int status, String type, String body, String... headers) {
    return "HTTP/1.1 "
        + status
        + " Status\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.getBytes(StandardCharsets.UTF_8).length
        + "\r\nConnection: close\r\n"
        + String.join("\r\n", headers)
        + (headers.length == 0 ? "" : "\r\n")
        + "\r\n"
        + body;
  }

  public static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        open.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      requests.add(request(connection));
      Script script = scripts.poll();
      if (script != null) {
        script.run(connection.getOutputStream());
      }
    } catch (IOException | InterruptedException e) {
      // The client went away, or the test is over.
      return;
    }
  }

  private static String request(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    StringBuilder text = new StringBuilder();
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      text.append(line).append('\n');
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    text.append('\n');
    for (int i = 0; i < length; i++) {
      text.append((char) in.read());
    }
    return text.toString();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "local-server");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    try {
      socket.close();
      end.countDown();
      for (Socket each : open) {
        each.close();
      }
      threads.shutdownNow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
