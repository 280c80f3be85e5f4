package dev.gatehouse.lawbreakers.left;

import dev.gatehouse.lawbreakers.right.Boss;

/** Imports what is to its right, from a package without a package-info. */
public final class Clerk {
  private Clerk() {}

  /** Returns the boss's name. */
  public static String boss() {
    return Boss.NAME.toString();
  }
}
