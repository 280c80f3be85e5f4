package dev.gatehouse.engine;

import dev.gatehouse.policy.Rulebook;
import java.util.function.Supplier;

/**
 * The rules in force, read once for each act, so that two rulebooks never mix in one plan.
 *
 * <p>An act runs on one thread. What is asked outside of an act, such as right before a write, gets
 * the rules of that moment. Thread-safe.
 */
final class PinnedRules implements Supplier<Rulebook> {
  private final Supplier<Rulebook> source;

  /** One for each engine: an act of one engine says nothing about the rules of another. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Rulebook> pinned = new ThreadLocal<>();

  PinnedRules(Supplier<Rulebook> source) {
    this.source = source;
  }

  @Override
  public Rulebook get() {
    Rulebook ofTheAct = pinned.get();
    return ofTheAct == null ? source.get() : ofTheAct;
  }

  /** Runs an act under the rules of its beginning; an act within an act shares them. */
  <T> T during(Supplier<T> act) {
    if (pinned.get() != null) {
      return act.get();
    }
    pinned.set(source.get());
    try {
      return act.get();
    } finally {
      pinned.remove();
    }
  }
}
