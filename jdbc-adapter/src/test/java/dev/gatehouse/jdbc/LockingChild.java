package dev.gatehouse.jdbc;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** Locks a file and keeps it until it is killed. */
final class LockingChild {
  static final String READY = "locked";

  private LockingChild() {}

  /** Takes the file. */
  public static void main(String[] arguments) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      boolean locked = channel.lock().isValid();
      System.out.print(READY + "\n");
      System.out.flush();
      while (locked) {
        LockSupport.park();
      }
    }
  }
}
