package dev.gatehouse.lawbreakers.right;

/** Is imported from the left. */
public final class Boss {
  /** A name that is no constant of the compiler's. */
  public static final StringBuilder NAME = new StringBuilder("boss");

  private Boss() {}
}
