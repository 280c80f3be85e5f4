package dev.gatehouse.service.rest;

import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.service.web.JsonBody;
import dev.gatehouse.service.web.Problem;
import dev.gatehouse.service.web.Request;
import dev.gatehouse.service.web.Response;
import dev.gatehouse.spi.HostRecord;
import dev.gatehouse.spi.HostRecords;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.JsonText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Gives a repeated write the answer of the first one, for a day and in every process; thread-safe.
 *
 * <p>Where a process died between the act and its answer, the repeated call acts again: every act
 * of the driving port may be repeated.
 */
final class Once {
  static final ReasonCode KEY_MISSING = ReasonCode.of("idempotency-key-missing");
  static final ReasonCode KEY_REUSED = ReasonCode.of("idempotency-key-reused");
  static final ReasonCode IN_PROGRESS = ReasonCode.of("call-in-progress");

  private static final String KIND = "answer";
  private static final int LONGEST_KEY = 200;
  private static final Duration KEPT = Duration.ofDays(1);
  private final HostRecords records;
  private final InstantSource clock;
  private final Set<String> now = ConcurrentHashMap.newKeySet();

  Once(HostRecords records, InstantSource clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Returns the kept answer to this request, or acts and keeps the answer. */
  Response answer(Holder caller, Request request, Supplier<Response> act) {
    Optional<String> key = request.header("idempotency-key").filter(k -> !k.isBlank());
    if (key.isEmpty() || key.get().length() > LONGEST_KEY) {
      return refused(400, keyMissing(request));
    }
    String name = digest(caller.token().id() + "\n" + key.get());
    String asked = digest(request.method() + "\n" + request.path() + "\n" + request.body());
    if (!now.add(name)) {
      return refused(409, inProgress(request)).with("Retry-After", "1");
    }
    try {
      Optional<HostRecord> kept = records.find(KIND, name);
      return kept.isPresent() && kept.get().until().isAfter(clock.instant())
          ? replayed(kept.get(), asked, request)
          : acted(name, asked, act);
    } finally {
      now.remove(name);
    }
  }

  private Response acted(String name, String asked, Supplier<Response> act) {
    Response response = act.get();
    if (response.status() < 500) {
      HostRecord record =
          new HostRecord(KIND, name, text(asked, response), clock.instant().plus(KEPT));
      if (records.add(record).isPresent()) {
        records.replace(record);
      }
      records.removeEnded(KIND, clock.instant());
    }
    return response;
  }

  private static String text(String asked, Response response) {
    return JsonText.of(
        Fields.of("asked", asked)
            .and("status", String.valueOf(response.status()))
            .and("headers", Map.copyOf(response.headers()))
            .and("type", response.type())
            .and("body", response.body())
            .map());
  }

  private static Response replayed(HostRecord kept, String asked, Request request) {
    JsonBody text =
        JsonBody.of(kept.text(), "kept answer", "asked", "status", "headers", "type", "body");
    if (!text.text("asked").equals(asked)) {
      return refused(422, keyReused(request));
    }
    return new Response(
            Integer.parseInt(text.text("status")),
            text.pairs("headers"),
            text.text("type"),
            text.text("body"))
        .with("Idempotency-Replayed", "true");
  }

  private static Response refused(int status, Reason reason) {
    return Problem.of(status, reason, step -> Optional.empty());
  }

  private static Reason keyMissing(Request request) {
    return new Reason(
        KEY_MISSING,
        "A write needs the header Idempotency-Key, 1 to " + LONGEST_KEY + " characters.",
        request.label(),
        "Send a new random key with each new write, and the same key when you repeat one.");
  }

  private static Reason keyReused(Request request) {
    return new Reason(
        KEY_REUSED,
        "This Idempotency-Key was used for another request.",
        request.label(),
        "Send a new key: a key represents one request, byte for byte.");
  }

  private static Reason inProgress(Request request) {
    return new Reason(
        IN_PROGRESS,
        "The first request with this Idempotency-Key is being answered.",
        request.label(),
        "Send it again after a second.");
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
