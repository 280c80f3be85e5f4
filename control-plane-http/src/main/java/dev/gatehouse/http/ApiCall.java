package dev.gatehouse.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One request, before it is put into HTTP. Immutable; each method returns a changed copy.
 *
 * @param method GET, POST, PUT, PATCH or DELETE
 * @param path the parts of the path after the server's own, not yet encoded
 * @param query names and values in order, not yet encoded; a name may come again
 * @param body JSON; empty for none
 * @param deadline the longest time for all tries; the server's limit when empty
 * @param hidden texts that must not appear in a failure, a password for example
 * @param bytes the longest answer; the server's limit when empty
 * @param repeatable whether it may be tried again after its answer has begun to be read
 */
public record ApiCall(
    String method,
    List<String> path,
    List<Map.Entry<String, String>> query,
    Optional<Body> body,
    Optional<Duration> deadline,
    List<String> hidden,
    Optional<Long> bytes,
    boolean repeatable) {
  /** Copies the lists and refuses parts that would lead to another path. */
  public ApiCall {
    path = List.copyOf(path);
    query = List.copyOf(query);
    hidden = List.copyOf(hidden);
    for (String part : path) {
      if (part.isEmpty() || part.equals(".") || part.equals("..")) {
        throw new IllegalArgumentException("a name cannot be '" + part + "'");
      }
    }
  }

  /** JSON as bytes; it does not show itself, because it may hold a secret. */
  public static final class Body {
    private final byte[] json;

    private Body(byte[] json) {
      this.json = json.clone();
    }

    byte[] bytes() {
      return json.clone();
    }
  }

  /** Returns a request to this path, without parameters or body. */
  public static ApiCall of(String method, List<String> path) {
    return new ApiCall(
        method,
        path,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        true);
  }

  /** With a parameter. */
  public ApiCall with(String name, String value) {
    List<Map.Entry<String, String>> longer = new ArrayList<>(query);
    longer.add(Map.entry(name, value));
    return new ApiCall(method, path, longer, body, deadline, hidden, bytes, repeatable);
  }

  /** With a parameter, if there is a value. */
  public ApiCall with(String name, Optional<String> value) {
    return value.map(text -> with(name, text)).orElse(this);
  }

  /** With this object as JSON. */
  public ApiCall json(Object value) {
    Optional<Body> text = Optional.of(new Body(Json.write(value)));
    return new ApiCall(method, path, query, text, deadline, hidden, bytes, repeatable);
  }

  /** With several objects as JSON, each behind a line of {@code ---}. */
  public ApiCall documents(List<?> values) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object value : values) {
      if (all.size() > 0) {
        all.writeBytes("\n---\n".getBytes(StandardCharsets.US_ASCII));
      }
      all.writeBytes(Json.write(value));
    }
    Optional<Body> text = Optional.of(new Body(all.toByteArray()));
    return new ApiCall(method, path, query, text, deadline, hidden, bytes, repeatable);
  }

  /** With its own deadline. */
  public ApiCall within(Duration time) {
    return new ApiCall(method, path, query, body, Optional.of(time), hidden, bytes, repeatable);
  }

  /** Hides a text in what is said about a failure. */
  public ApiCall hiding(String text) {
    List<String> longer = new ArrayList<>(hidden);
    longer.add(text);
    return new ApiCall(method, path, query, body, deadline, longer, bytes, repeatable);
  }

  /** With its own limit for the answer, and not tried again once the answer is being read. */
  public ApiCall streamed(long mostBytes) {
    return new ApiCall(method, path, query, body, deadline, hidden, Optional.of(mostBytes), false);
  }

  /** Whether it only reads. */
  public boolean isReading() {
    return method.equals("GET");
  }

  /** Method and path, as people are shown. */
  public String shown() {
    return method + " /" + String.join("/", path);
  }
}
