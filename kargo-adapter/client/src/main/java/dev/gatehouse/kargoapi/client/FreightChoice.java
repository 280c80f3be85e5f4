package dev.gatehouse.kargoapi.client;

import dev.gatehouse.kargoapi.model.FreightOrigin;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says which Freight is meant, in one of three ways.
 *
 * @param freight its name
 * @param freightAlias its alias, which may come to name other Freight
 * @param origin the newest of a Warehouse, as {@link
 *     dev.gatehouse.kargoapi.model.FreightOrigin#word}
 */
public record FreightChoice(
    Optional<String> freight, Optional<String> freightAlias, Optional<String> origin) {
  /** Refuses none, and several: the server would refuse both. */
  public FreightChoice {
    long chosen = Stream.of(freight, freightAlias, origin).filter(Optional::isPresent).count();
    if (chosen != 1) {
      throw new IllegalArgumentException("exactly one of freight, freightAlias and origin");
    }
  }

  /** The Freight of this name. */
  public static FreightChoice name(String name) {
    return new FreightChoice(Optional.of(name), Optional.empty(), Optional.empty());
  }

  /** The Freight that has this alias now. */
  public static FreightChoice alias(String alias) {
    return new FreightChoice(Optional.empty(), Optional.of(alias), Optional.empty());
  }

  /** The candidate of this origin; on a Stage with a hold this also lifts it. */
  public static FreightChoice origin(FreightOrigin origin) {
    return new FreightChoice(Optional.empty(), Optional.empty(), Optional.of(origin.word()));
  }
}
