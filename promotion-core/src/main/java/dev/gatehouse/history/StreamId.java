package dev.gatehouse.history;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.stage.ShardName;

/**
 * What a stream of the ledger is about; each stream has its own versions and its own hash chain.
 *
 * <p>Immutable. Parsing and the constructors throw {@link
 * dev.gatehouse.reason.InvalidConfigurationException} for a name that breaks the spelling rule.
 */
public sealed interface StreamId {
  /** The kind of stream; one constant per record. */
  enum Kind {
    PROMOTION,
    APPLICATION,
    SHARD
  }

  /** Returns the kind. */
  Kind kind();

  /**
   * Returns the text that represents this stream in the ledger and in every hash.
   *
   * <p>A promotion's key is its id alone, as in ledgers that had no other stream. The keys of other
   * streams contain a colon, which no name can.
   */
  String key();

  /** The events of one promotion. */
  record Promotion(PromotionId id) implements StreamId {
    @Override
    public Kind kind() {
      return Kind.PROMOTION;
    }

    @Override
    public String key() {
      return id.value();
    }

    @Override
    public String toString() {
      return "promotion " + id;
    }
  }

  /** What happened to an application outside its promotions. */
  record Application(ApplicationName name) implements StreamId {
    static final String PREFIX = "application:";

    @Override
    public Kind kind() {
      return Kind.APPLICATION;
    }

    @Override
    public String key() {
      return PREFIX + name;
    }

    @Override
    public String toString() {
      return "application " + name;
    }
  }

  /** What happened to a shard. */
  record Shard(ShardName name) implements StreamId {
    static final String PREFIX = "shard:";

    @Override
    public Kind kind() {
      return Kind.SHARD;
    }

    @Override
    public String key() {
      return PREFIX + name;
    }

    @Override
    public String toString() {
      return "shard " + name;
    }
  }

  /** Returns the stream of a promotion. */
  static StreamId of(PromotionId promotion) {
    return new Promotion(promotion);
  }

  /** Returns the stream with this {@link #key}. */
  static StreamId parse(String key) {
    if (key.startsWith(Application.PREFIX)) {
      return new Application(new ApplicationName(key.substring(Application.PREFIX.length())));
    }
    return key.startsWith(Shard.PREFIX)
        ? new Shard(new ShardName(key.substring(Shard.PREFIX.length())))
        : new Promotion(new PromotionId(key));
  }
}
