package dev.gatehouse.jdbc;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One writer at a time: H2 may store half of a transaction that is under way while another one
 * commits, and a kill at that moment leaves the half behind.
 *
 * <p>Holds among the threads of this process, and through a lock on a file among all processes of
 * this machine. May be taken again by the thread that has it. Thread-safe.
 */
final class WriteTurn {
  /** For a database that needs no turns. */
  static final WriteTurn NONE = new WriteTurn(null, false);

  private final ReentrantLock lock = new ReentrantLock(true);
  private final @Nullable Path file;
  private final boolean needed;
  private @Nullable FileChannel channel;
  private @Nullable FileLock held;

  private WriteTurn(@Nullable Path file, boolean needed) {
    this.file = file;
    this.needed = needed;
  }

  /** Returns the turn of a database that processes share through this file, or of one in memory. */
  static WriteTurn of(Optional<Path> file) {
    return new WriteTurn(file.orElse(null), true);
  }

  void take() throws SQLException {
    if (!needed) {
      return;
    }
    lock.lock();
    if (file == null || held != null) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      while (held == null) {
        try {
          held = open(file).lock();
        } catch (FileLockInterruptionException | ClosedByInterruptException e) {
          interrupted = true;
          Thread.interrupted();
        }
      }
    } catch (IOException e) {
      lock.unlock();
      throw new SQLException("cannot lock the file beside the database", e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private FileChannel open(Path path) throws IOException {
    FileChannel current = channel;
    if (current == null || !current.isOpen()) {
      current = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      channel = current;
    }
    return current;
  }

  void pass() {
    if (!needed) {
      return;
    }
    FileLock mine = held;
    if (lock.getHoldCount() == 1 && mine != null) {
      held = null;
      try {
        mine.release();
      } catch (IOException e) {
        System.getLogger(WriteTurn.class.getName())
            .log(System.Logger.Level.DEBUG, "the lock went with its file", e);
      }
    }
    lock.unlock();
  }
}
