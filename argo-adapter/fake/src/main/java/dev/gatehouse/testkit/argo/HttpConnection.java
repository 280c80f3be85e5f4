package dev.gatehouse.testkit.argo;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** One connection of HTTP/1.1, written by hand so that it can also be broken by hand. */
final class HttpConnection implements AutoCloseable {
  private static final int LONGEST_LINE = 64 * 1024;
  private static final int LONGEST_BODY = 32 * 1024 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  HttpConnection(Socket socket) throws IOException {
    this.socket = socket;
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream(), 16 * 1024);
  }

  /** Reads the next request; empty when the peer has gone. */
  Optional<HttpCall> read() throws IOException {
    String first = line();
    if (first.isEmpty()) {
      return Optional.empty();
    }
    String[] words = first.split(" ", 3);
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    if (words.length < 2 || length > LONGEST_BODY || headers.containsKey("transfer-encoding")) {
      throw new IOException("a request that this server does not read");
    }
    byte[] body = in.readNBytes(length);
    int mark = words[1].indexOf('?');
    String path = mark < 0 ? words[1] : words[1].substring(0, mark);
    String query = mark < 0 ? "" : words[1].substring(mark + 1);
    return Optional.of(new HttpCall(words[0], path, query, headers, new Bytes(body)));
  }

  private String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        if (line.size() == 0) {
          return "";
        }
        throw new EOFException("in the middle of a line");
      }
      if (line.size() >= LONGEST_LINE) {
        throw new IOException("a line is too long");
      }
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  void send(HttpAnswer answer, boolean zipped) throws IOException {
    byte[] body = answer.body().content();
    if (zipped && body.length > 0) {
      body = zip(body);
      head(answer.with("Content-Encoding", "gzip").with("Vary", "Accept-Encoding"), body.length);
    } else {
      head(answer, body.length);
    }
    out.write(body);
    out.flush();
  }

  private static byte[] zip(byte[] body) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream(body.length / 4 + 64);
    try (OutputStream stream = new GZIPOutputStream(zipped)) {
      stream.write(body);
    }
    return zipped.toByteArray();
  }

  void sendHalf(HttpAnswer answer) throws IOException {
    byte[] body = answer.body().content();
    head(answer, Math.max(2, body.length));
    out.write(body, 0, body.length / 2);
    out.flush();
  }

  void sendHalfAndEnd(HttpAnswer answer) throws IOException {
    sendHalf(answer);
    end();
  }

  void sendAndEnd(byte[] bytes) throws IOException {
    write(bytes);
    end();
  }

  /** Begins an answer whose length nobody knows; it ends with the connection. */
  void beginStream(String contentType) throws IOException {
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: " + contentType + "\r\nConnection: close\r\n\r\n";
    write(head.getBytes(StandardCharsets.US_ASCII));
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  /** Returns when the peer has closed, or when this connection is closed from another thread. */
  void awaitPeerGone() throws IOException {
    long left = in.skip(Long.MAX_VALUE);
    while (left > 0 || in.read() >= 0) {
      left = in.skip(Long.MAX_VALUE);
    }
    close();
  }

  /** Drops the connection in a way the peer sees as "reset by peer". */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Ends the answer, lets the peer read what was sent, and closes. */
  private void end() throws IOException {
    socket.shutdownOutput();
    awaitPeerGone();
  }

  boolean isOpen() {
    return !socket.isClosed();
  }

  private void head(HttpAnswer answer, int length) throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(" -\r\n");
    answer.headers().forEach((k, v) -> head.append(k).append(": ").append(v).append("\r\n"));
    head.append("Content-Length: ").append(length).append("\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
