package dev.gatehouse.jdbc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.gatehouse.spi.Pause;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
  static final String NO_ROOM = "53100";
  private static final System.Logger LOG = System.getLogger(WriteTurn.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BETWEEN_TRIES = Duration.ofMillis(1);

  /** What one transaction may need, several times over. */
  private static final long ROOM = 4L << 20;

  /** For a database that needs no turns. */
  static final WriteTurn NONE = new WriteTurn(null, false, PATIENCE, Room::onDisk);

  /** Tells how many bytes may still be written beside a file. */
  @FunctionalInterface
  interface Room {
    long usable(Path beside) throws IOException;

    /** Returns what the file system says. */
    static long onDisk(Path beside) throws IOException {
      return Files.getFileStore(beside.toAbsolutePath().getParent()).getUsableSpace();
    }
  }

  private final ReentrantLock lock = new ReentrantLock(true);
  private final @Nullable Path file;
  private final boolean needed;
  private final Duration patience;
  private final Room room;
  private @Nullable FileChannel channel;
  private @Nullable FileLock held;

  private WriteTurn(@Nullable Path file, boolean needed, Duration patience, Room room) {
    this.file = file;
    this.needed = needed;
    this.patience = patience;
    this.room = room;
  }

  /** Returns the turn of a database that processes share through this file, or of one in memory. */
  static WriteTurn of(Optional<Path> file) {
    return new WriteTurn(file.orElse(null), true, PATIENCE, Room::onDisk);
  }

  /** As {@link #of}, with another patience, and another disk. */
  static WriteTurn of(Path file, Duration patience, Room room) {
    return new WriteTurn(file, true, patience, room);
  }

  /**
   * Returns with the turn.
   *
   * @throws SQLException if nobody passes it in time, or the disk has no room to write
   */
  void take() throws SQLException {
    if (!needed) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      long end = System.nanoTime() + patience.toNanos();
      interrupted |= takeFromThreads(end);
      if (file != null && held == null) {
        try {
          checkRoom(file);
          takeFromProcesses(file, end);
        } catch (IOException | SQLException e) {
          lock.unlock();
          throw e instanceof SQLException sql
              ? sql
              : new SQLException("cannot lock the file beside the database", e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Waits through an interrupt, and tells whether one came. */
  private boolean takeFromThreads(long end) throws SQLException {
    boolean interrupted = false;
    while (true) {
      try {
        if (lock.tryLock(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return interrupted;
        }
        throw HolderSilentException.of(ProcessHandle.current().pid());
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
  }

  /** H2 may spin for minutes on a full disk, so it is never asked to write to one. */
  private void checkRoom(Path beside) throws IOException, SQLException {
    long left = room.usable(beside);
    if (left < ROOM) {
      throw new SQLException("no room: " + left + " bytes are left on the disk", NO_ROOM);
    }
  }

  private void takeFromProcesses(Path beside, long end) throws IOException, SQLException {
    while (held == null) {
      try {
        held = open(beside).tryLock();
      } catch (ClosedByInterruptException e) {
        channel = null;
      }
      if (held == null) {
        if (System.nanoTime() > end) {
          throw HolderSilentException.of(lastHolder(beside));
        }
        Pause.real().orInterrupted(BETWEEN_TRIES);
      }
    }
    note();
  }

  /** So that the others can say whom they wait for. */
  private void note() {
    FileChannel current = channel;
    if (current != null) {
      try {
        current.truncate(0);
        current.write(
            ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(US_ASCII)), 0);
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "cannot note who has the turn", e);
      }
    }
  }

  private static long lastHolder(Path beside) {
    try {
      String text = Files.readString(beside, US_ASCII).strip();
      return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
    } catch (IOException e) {
      return 0;
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
