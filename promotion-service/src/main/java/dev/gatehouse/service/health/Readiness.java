package dev.gatehouse.service.health;

import dev.gatehouse.service.web.Response;
import dev.gatehouse.view.Fields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which parts of the service were seen to work a moment ago; thread-safe.
 *
 * <p>It answers from what it was told, so a part that hangs delays nobody who asks.
 */
public final class Readiness {
  private final InstantSource clock;
  private final Duration fresh;
  private final Map<String, Instant> seen = new ConcurrentHashMap<>();

  /**
   * Creates a readiness that waits for these parts.
   *
   * @param fresh how long a part counts as working after it was seen to
   */
  public Readiness(InstantSource clock, Duration fresh, List<String> parts) {
    this.clock = clock;
    this.fresh = fresh;
    parts.forEach(part -> seen.put(part, Instant.MIN));
  }

  /** Takes note that a part works now. */
  public void works(String part) {
    seen.replace(part, clock.instant());
  }

  /** Takes note that a part does not work now. */
  public void fails(String part) {
    seen.replace(part, Instant.MIN);
  }

  /** Returns whether each part works. */
  public Map<String, Boolean> parts() {
    Map<String, Boolean> parts = new TreeMap<>();
    Instant since = clock.instant().minus(fresh);
    seen.forEach((part, at) -> parts.put(part, !at.isBefore(since)));
    return parts;
  }

  /** Returns the answer to whoever asks: 200 when all parts work, else 503. */
  public Response answer() {
    Map<String, Boolean> parts = parts();
    boolean ready = parts.values().stream().allMatch(Boolean::booleanValue);
    Response answer =
        Response.json(
            ready ? 200 : 503, Fields.of("ready", ready).and("parts", Map.copyOf(parts)).map());
    return ready ? answer : answer.with("Retry-After", "2");
  }
}
