package dev.gatehouse.lawbreakers;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Each nested type breaks one law of the core. */
public final class Lawbreakers {
  private Lawbreakers() {}

  /** Throws what no adapter catches. */
  public static final class StrayException extends RuntimeException {}

  /** Needs a library. */
  public static final class NeedsALibrary {
    final Object library = org.assertj.core.api.Assertions.assertThat(1);
  }

  /** Knows one control plane. */
  public static final class KargoPromoter {}

  /** Sleeps. */
  public static final class Sleeper {
    /** Sleeps a moment. */
    public void rest() throws InterruptedException {
      Thread.sleep(1);
    }
  }

  /** Has no tag. */
  public sealed interface Untagged permits Lonely {}

  /** The only shape. */
  public record Lonely() implements Untagged {}

  /** Has a tag that lacks a shape. */
  public sealed interface OutOfStep permits Told, NotTold {
    /** Returns the tag. */
    Kind kind();

    /** The tag. */
    enum Kind {
      TOLD
    }
  }

  /** A shape that the tag knows. */
  public record Told() implements OutOfStep {
    @Override
    public Kind kind() {
      return Kind.TOLD;
    }
  }

  /** A shape that the tag does not know. */
  public record NotTold() implements OutOfStep {
    @Override
    public Kind kind() {
      return Kind.TOLD;
    }
  }

  /** Keeps the caller's list. */
  public record KeepsTheList(String name, List<String> names) {}

  /** Keeps a view of the caller's map. */
  public record KeepsAView(Map<String, Integer> counts) {
    /** Wraps without a copy. */
    public KeepsAView {
      counts = Collections.unmodifiableMap(counts);
    }
  }

  /** Copies, and hands out a set that can be changed. */
  public record HandsOutItsSet(Set<String> names) {
    /** Copies into a set that can be changed. */
    public HandsOutItsSet {
      names = new java.util.HashSet<>(names);
    }
  }
}
