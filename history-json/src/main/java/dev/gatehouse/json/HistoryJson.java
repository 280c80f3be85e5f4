package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.gatehouse.history.ApplicationEvent;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.LedgerEvent;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.history.ShardEvent;
import dev.gatehouse.history.StreamEvent;
import dev.gatehouse.history.StreamId;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A recorded event to the payload of its ledger row, and back.
 *
 * <p>Guarantees: what was written is read back equal; the same event always gives the same text;
 * the text is ASCII on one line; properties that a later version added are ignored. Thread-safe.
 */
public final class HistoryJson {
  /** The refusal of a payload that this version cannot read. */
  public static final ReasonCode UNREADABLE = ReasonCode.of("unreadable-history");

  private static final Map<StreamId.Kind, ObjectWriter> WRITERS =
      new EnumMap<>(StreamId.Kind.class);
  private static final Map<StreamId.Kind, ObjectReader> READERS =
      new EnumMap<>(StreamId.Kind.class);

  static {
    payloads()
        .forEach(
            (kind, type) -> {
              WRITERS.put(kind, DomainMapper.MAPPER.writerFor(type));
              READERS.put(kind, DomainMapper.MAPPER.readerFor(type));
            });
  }

  /** A quote inside a text has a backslash, so no text can look like this. */
  private static final String FORGOTTEN = "\"event\":{\"type\":\"FORGOTTEN\"";

  private HistoryJson() {}

  /** What a payload holds, whatever the stream; the event's type is the only difference. */
  private interface Payload {
    Instant at();

    Actor by();

    LedgerEvent event();
  }

  private record OfPromotion(Instant at, Actor by, PromotionEvent event) implements Payload {}

  private record OfApplication(Instant at, Actor by, ApplicationEvent event) implements Payload {}

  private record OfShard(Instant at, Actor by, ShardEvent event) implements Payload {}

  private static Map<StreamId.Kind, Class<? extends Payload>> payloads() {
    return Map.of(
        StreamId.Kind.PROMOTION, OfPromotion.class,
        StreamId.Kind.APPLICATION, OfApplication.class,
        StreamId.Kind.SHARD, OfShard.class);
  }

  private static Payload of(StreamEvent event) {
    return switch (event.event().family()) {
      case PROMOTION_EVENT ->
          new OfPromotion(event.at(), event.by(), (PromotionEvent) event.event());
      case APPLICATION_EVENT ->
          new OfApplication(event.at(), event.by(), (ApplicationEvent) event.event());
      case SHARD_EVENT -> new OfShard(event.at(), event.by(), (ShardEvent) event.event());
    };
  }

  /** As {@link #payload(StreamEvent)}. */
  public static String payload(Recorded recorded) {
    return payload(StreamEvent.of(recorded));
  }

  /** Returns the payload; stream and version are not in it, they are columns of the row. */
  public static String payload(StreamEvent event) {
    try {
      return Objects.requireNonNull(WRITERS.get(event.stream().kind()))
          .writeValueAsString(of(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that cannot be written: " + event.event(), e);
    }
  }

  /**
   * Returns the event of a promotion's row.
   *
   * @throws PlatformException if the payload is damaged or of a kind that this version does not
   *     know
   * @throws IllegalArgumentException if the row belongs to another stream
   */
  public static Recorded read(LedgerEntry entry) {
    return event(entry)
        .promotion()
        .orElseThrow(() -> new IllegalArgumentException(entry.stream() + " is no promotion"));
  }

  /**
   * Returns the event of any row.
   *
   * @throws PlatformException if the payload is damaged or of a kind that this version does not
   *     know
   */
  public static StreamEvent event(LedgerEntry entry) {
    try {
      Payload payload =
          Objects.requireNonNull(READERS.get(entry.stream().kind())).readValue(entry.payload());
      return new StreamEvent(
          entry.stream(), entry.version(), payload.at(), payload.by(), payload.event());
    } catch (JsonProcessingException e) {
      throw new PlatformException(
          new Reason(
              UNREADABLE,
              "This event cannot be read: it is damaged, or a later version wrote it.",
              entry.stream() + ", row " + entry.version(),
              "Verify the ledger; if that finds nothing, upgrade to the version that wrote it.",
              new NextStep.VerifyLedger()),
          e);
    }
  }

  /** Returns the event of a row if it tells that values were forgotten; reads no other row. */
  public static Optional<PromotionEvent.Forgotten> forgotten(LedgerEntry entry) {
    if (!(entry.stream() instanceof StreamId.Promotion) || !entry.payload().contains(FORGOTTEN)) {
      return Optional.empty();
    }
    return read(entry).event() instanceof PromotionEvent.Forgotten event
        ? Optional.of(event)
        : Optional.empty();
  }
}
