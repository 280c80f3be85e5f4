package dev.gatehouse.history;

import dev.gatehouse.identity.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * One event of any stream as it is in the ledger; {@link Recorded} is the same for a promotion.
 *
 * @param stream the stream it belongs to
 * @param version its place in the stream, counted from 1
 * @param at when it was recorded
 * @param by who caused it
 * @param event what happened
 */
public record StreamEvent(StreamId stream, long version, Instant at, Actor by, LedgerEvent event) {
  /** Thrown if the event belongs into another kind of stream. */
  public StreamEvent {
    if (event.family().stream() != stream.kind()) {
      throw new IllegalArgumentException(event.family() + " does not belong to " + stream);
    }
  }

  /** Returns the event of a promotion as one of any stream. */
  public static StreamEvent of(Recorded recorded) {
    return new StreamEvent(
        StreamId.of(recorded.promotion()),
        recorded.version(),
        recorded.at(),
        recorded.by(),
        recorded.event());
  }

  /** Returns the event of a promotion; empty for one of another stream. */
  public Optional<Recorded> promotion() {
    return stream instanceof StreamId.Promotion of && event instanceof PromotionEvent happened
        ? Optional.of(new Recorded(of.id(), version, at, by, happened))
        : Optional.empty();
  }
}
