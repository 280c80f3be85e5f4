package dev.gatehouse.testkit.argo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/** Listens on a loopback port and hands each request to the handler, one thread a connection. */
final class HttpSockets implements AutoCloseable {
  private final ServerSocket listening;
  private final Handler handler;
  private final Set<HttpConnection> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "fake-argo-cd");
            thread.setDaemon(true);
            return thread;
          });

  /** What answers a request. */
  @FunctionalInterface
  interface Handler {
    void handle(HttpCall call, HttpConnection connection) throws IOException, InterruptedException;
  }

  HttpSockets(Handler handler) {
    this.handler = handler;
    try {
      this.listening = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  void start() {
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        // Heads and bodies go out apart, and must not wait for each other to be acknowledged.
        socket.setTcpNoDelay(true);
        threads.execute(() -> serve(socket));
      } catch (IOException | RejectedExecutionException ended) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (HttpConnection connection = new HttpConnection(socket)) {
      open.add(connection);
      try {
        boolean more = true;
        while (more && connection.isOpen()) {
          more = serveOne(connection);
        }
      } finally {
        open.remove(connection);
      }
    } catch (IOException gone) {
      return;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean serveOne(HttpConnection connection) throws IOException, InterruptedException {
    HttpCall call = connection.read().orElse(null);
    if (call == null) {
      return false;
    }
    handler.handle(call, connection);
    return !call.header("connection").equalsIgnoreCase("close");
  }

  /** Ends the connections that idle or wait, too. */
  @Override
  public void close() {
    try {
      listening.close();
      for (HttpConnection connection : open) {
        connection.close();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } finally {
      threads.shutdownNow();
    }
  }
}
