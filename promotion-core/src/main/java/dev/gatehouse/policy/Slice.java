package dev.gatehouse.policy;

/**
 * How many targets a wave takes.
 *
 * @param kind how the size is meant
 * @param size the number or the percentage; ignored for EACH and REST
 */
public record Slice(Kind kind, int size) {
  /** How a size is meant. */
  public enum Kind {
    COUNT,
    PERCENT,
    EACH,
    REST
  }

  /** One wave with everything that is left. */
  public static final Slice REST = new Slice(Kind.REST, 0);

  /** One wave per target for everything that is left. */
  public static final Slice EACH = new Slice(Kind.EACH, 0);

  /** Returns a wave of this many targets. */
  public static Slice count(int size) {
    return new Slice(Kind.COUNT, size);
  }

  /** Returns a wave that brings the total up to this share of all targets. */
  public static Slice percent(int size) {
    return new Slice(Kind.PERCENT, size);
  }

  /** Checks the size. */
  public Slice {
    boolean good =
        kind == Kind.EACH
            || kind == Kind.REST
            || (size >= 1 && (kind == Kind.COUNT || size <= 100));
    if (!good) {
      throw new IllegalArgumentException("a slice takes at least one target and at most 100 %");
    }
  }

  /** Returns {@code 1}, {@code 25 %}, {@code one by one} or {@code the rest}. */
  public String label() {
    return switch (kind) {
      case COUNT -> Integer.toString(size);
      case PERCENT -> size + " %";
      case EACH -> "one by one";
      case REST -> "the rest";
    };
  }
}
