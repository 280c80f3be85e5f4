package dev.gatehouse.evidence;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.reason.Naming;
import java.util.Locale;

/**
 * The name of who states a fact: a source that is asked, or an actor with its kind.
 *
 * <p>A source that is asked has a name without a colon, so that no actor can pass for it. Facts of
 * ledgers from before kinds were recorded carry the id of the actor alone. The constructor takes
 * any text, so that every ledger opens; {@link #of(String)} checks the spelling.
 *
 * @param value such as {@code scanner} or {@code service:ci}
 */
public record SourceName(String value) implements CanonicalDigest.Plain, Comparable<SourceName> {
  private static final char KIND = ':';

  /**
   * Returns the name after checking its spelling.
   *
   * @throws dev.gatehouse.reason.InvalidConfigurationException if it is no name, with or without a
   *     kind of actor before it
   */
  public static SourceName of(String value) {
    String bare = value.replace('@', '.').replace('[', '.').replace(']', '.');
    Naming.require("source", bare.replaceFirst("^(person|service|assistant):", ""));
    return new SourceName(value);
  }

  /** Returns the name under which an actor states facts. */
  public static SourceName of(Actor actor) {
    String kind = actor.kind().name().toLowerCase(Locale.ROOT);
    return new SourceName(kind + KIND + actor.id().toLowerCase(Locale.ROOT));
  }

  /** Returns whether it names an actor with its kind. */
  public boolean isActor() {
    return value.indexOf(KIND) >= 0;
  }

  @Override
  public int compareTo(SourceName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
