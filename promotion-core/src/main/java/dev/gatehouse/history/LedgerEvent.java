package dev.gatehouse.history;

/** Something that the ledger remembers, whatever stream it belongs to; immutable. */
public sealed interface LedgerEvent permits PromotionEvent, ApplicationEvent, ShardEvent {
  /** The family of an event; one constant per sealed interface below this one. */
  enum Family {
    PROMOTION_EVENT(StreamId.Kind.PROMOTION),
    APPLICATION_EVENT(StreamId.Kind.APPLICATION),
    SHARD_EVENT(StreamId.Kind.SHARD);

    private final StreamId.Kind stream;

    Family(StreamId.Kind stream) {
      this.stream = stream;
    }

    /** Returns the kind of stream that holds events of this family, and no others. */
    public StreamId.Kind stream() {
      return stream;
    }
  }

  /** Returns the family. */
  default Family family() {
    if (this instanceof ShardEvent) {
      return Family.SHARD_EVENT;
    }
    return this instanceof ApplicationEvent ? Family.APPLICATION_EVENT : Family.PROMOTION_EVENT;
  }
}
