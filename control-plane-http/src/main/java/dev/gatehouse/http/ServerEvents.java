package dev.gatehouse.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads server-sent events: lines, of which those that begin with {@code data:} are put together
 * until an empty one. Neither a line nor an event grows beyond the limit. For one thread.
 */
public final class ServerEvents {
  private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EVENT = "event:".getBytes(StandardCharsets.US_ASCII);
  private final BufferedInputStream in;
  private final int mostBytes;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private String name = "";

  /**
   * Reads from this stream, which the caller closes.
   *
   * @param mostBytes the longest line, and the longest event
   */
  public ServerEvents(InputStream in, int mostBytes) {
    this.in = new BufferedInputStream(in, 16 * 1024);
    this.mostBytes = mostBytes;
  }

  /**
   * Returns the next event, without data for a comment or an empty event; empty at the end of the
   * stream. A last event without its empty line does not count: it may be cut off.
   *
   * @throws TooLongException when a line or an event is beyond the limit
   */
  public Optional<ServerEvent> next() throws IOException {
    while (readLine()) {
      byte[] bytes = line.toByteArray();
      if (bytes.length == 0) {
        return Optional.of(taken());
      }
      if (bytes[0] == ':') {
        return Optional.of(new ServerEvent("", new byte[0]));
      }
      if (startsWith(bytes, DATA)) {
        append(bytes);
      } else if (startsWith(bytes, EVENT)) {
        name = new String(bytes, EVENT.length, bytes.length - EVENT.length, StandardCharsets.UTF_8);
      }
    }
    return Optional.empty();
  }

  private ServerEvent taken() {
    ServerEvent event = new ServerEvent(name.strip(), data.toByteArray());
    data.reset();
    name = "";
    return event;
  }

  private void append(byte[] bytes) throws IOException {
    int from =
        bytes.length > DATA.length && bytes[DATA.length] == ' ' ? DATA.length + 1 : DATA.length;
    if (data.size() + bytes.length > mostBytes) {
      throw new TooLongException();
    }
    if (data.size() > 0) {
      data.write('\n');
    }
    data.write(bytes, from, bytes.length - from);
  }

  private static boolean startsWith(byte[] bytes, byte[] field) {
    return bytes.length >= field.length
        && Arrays.equals(bytes, 0, field.length, field, 0, field.length);
  }

  private boolean readLine() throws IOException {
    line.reset();
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == '\n') {
        return true;
      }
      if (b == '\r') {
        continue;
      }
      if (line.size() >= mostBytes) {
        throw new TooLongException();
      }
      line.write(b);
    }
    return false;
  }

  /** A line or an event is beyond the limit. */
  public static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("an event is beyond the limit");
    }
  }
}
