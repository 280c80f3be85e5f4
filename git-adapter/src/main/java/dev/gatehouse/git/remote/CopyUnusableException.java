package dev.gatehouse.git.remote;

import java.io.IOException;
import java.nio.file.Path;

/** The copy on this disk stays locked or broken: it is thrown away and recreated. */
public final class CopyUnusableException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Names the copy and what is wrong with it. */
  public CopyUnusableException(Path copy, String what) {
    super("the copy in " + copy + " cannot be used: " + what);
  }
}
