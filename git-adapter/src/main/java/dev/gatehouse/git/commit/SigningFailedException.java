package dev.gatehouse.git.commit;

import java.io.IOException;

/**
 * A signing program gave no signature; trying again later may help. Holds no key, only its name.
 */
public final class SigningFailedException extends IOException {
  private static final long serialVersionUID = 1L;
  private final String next;

  SigningFailedException(String what, String next) {
    super(what);
    this.next = next;
  }

  /** Returns what to do about it. */
  public String next() {
    return next;
  }
}
