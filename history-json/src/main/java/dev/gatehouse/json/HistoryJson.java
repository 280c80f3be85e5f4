package dev.gatehouse.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.gatehouse.history.LedgerEntry;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Instant;
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

  private static final ObjectWriter WRITER = DomainMapper.MAPPER.writerFor(Payload.class);
  private static final ObjectReader READER = DomainMapper.MAPPER.readerFor(Payload.class);

  /** A quote inside a text has a backslash, so no text can look like this. */
  private static final String FORGOTTEN = "\"event\":{\"type\":\"FORGOTTEN\"";

  private HistoryJson() {}

  private record Payload(Instant at, Actor by, PromotionEvent event) {}

  /** Returns the payload; promotion and version are not in it, they are columns of the row. */
  public static String payload(Recorded recorded) {
    try {
      return WRITER.writeValueAsString(new Payload(recorded.at(), recorded.by(), recorded.event()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an event that cannot be written: " + recorded.event(), e);
    }
  }

  /**
   * Returns the event of a row.
   *
   * @throws PlatformException if the payload is damaged or of a kind that this version does not
   *     know
   */
  public static Recorded read(LedgerEntry entry) {
    try {
      Payload payload = READER.readValue(entry.payload());
      return new Recorded(
          entry.promotion(), entry.version(), payload.at(), payload.by(), payload.event());
    } catch (JsonProcessingException e) {
      throw new PlatformException(
          new Reason(
              UNREADABLE,
              "This event cannot be read: it is damaged, or a later version wrote it.",
              "promotion " + entry.promotion() + ", row " + entry.version(),
              "Verify the ledger; if that finds nothing, upgrade to the version that wrote it.",
              new NextStep.VerifyLedger()),
          e);
    }
  }

  /** Returns the event of a row if it tells that values were forgotten; reads no other row. */
  public static Optional<PromotionEvent.Forgotten> forgotten(LedgerEntry entry) {
    if (!entry.payload().contains(FORGOTTEN)) {
      return Optional.empty();
    }
    return read(entry).event() instanceof PromotionEvent.Forgotten event
        ? Optional.of(event)
        : Optional.empty();
  }
}
