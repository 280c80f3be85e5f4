package org.mockito;

/** Stands where a mocking library would, to see that the law finds who uses one. */
public final class Mockery {
  private Mockery() {}

  /** Returns nothing real. */
  public static Object mock() {
    return new Object();
  }
}
