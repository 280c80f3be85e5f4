package dev.gatehouse.history;

import java.time.Instant;
import java.util.Optional;

/** Something that happened to a shard. Immutable; new kinds are added, none is altered. */
public sealed interface ShardEvent extends LedgerEvent {
  /** The kind of event; one constant per record. */
  enum Type {
    FROZEN,
    THAWED
  }

  /** Returns the kind. */
  Type type();

  /**
   * Nothing may start on the shard from now on.
   *
   * @param why the reason
   * @param until when it ends without a further event; empty for a freeze that someone must end
   */
  record Frozen(String why, Optional<Instant> until) implements ShardEvent {
    @Override
    public Type type() {
      return Type.FROZEN;
    }
  }

  /** A freeze ended. */
  record Thawed(String why) implements ShardEvent {
    @Override
    public Type type() {
      return Type.THAWED;
    }
  }
}
