package dev.gatehouse.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * What all platforms of this process that use one H2 file share: its door, its turn, and the care
 * for it after an unclean end. Thread-safe.
 *
 * <p>After a kill H2 looks only where its file header points, and since 2.2 the header may lag
 * behind; a commit that is on the disk is then passed over. Reading the file in recovery mode once
 * finds the newest state and corrects the header.
 */
final class EmbeddedFile {
  private static final Map<Path, EmbeddedFile> OPEN = new HashMap<>();
  private static final int HEADER = 4096;

  private final Path path;
  private final LoopbackServer door;
  private final WriteTurn turn;
  private int users;
  private boolean owned;

  private EmbeddedFile(Path path, String name) {
    this.path = path;
    this.door = new LoopbackServer(Path.of(path + ".door"), name);
    this.turn = WriteTurn.of(java.util.Optional.of(Path.of(path + ".turn")));
  }

  /** Returns the one of this process for this file; to be given back by {@link #leave}. */
  static EmbeddedFile join(Path path, String name) {
    synchronized (OPEN) {
      EmbeddedFile file = OPEN.computeIfAbsent(path, p -> new EmbeddedFile(p, name));
      file.users++;
      return file;
    }
  }

  void leave() {
    synchronized (OPEN) {
      if (--users == 0) {
        OPEN.remove(path);
        door.close();
      }
    }
  }

  LoopbackServer door() {
    return door;
  }

  WriteTurn turn() {
    return turn;
  }

  /** Connects to a file. */
  @FunctionalInterface
  interface Opening {
    Connection connect() throws SQLException;
  }

  /**
   * Connects, after recovery where that is due, and opens the door.
   *
   * <p>One thread at a time: H2 keeps the file locked for good when one thread makes the database
   * while another one looks at its file.
   */
  synchronized Connection open(Opening opening) throws SQLException {
    makePlace();
    recover();
    Connection connection = opening.connect();
    try {
      door.open();
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    owned = true;
    return connection;
  }

  /** H2 takes an empty file for a database that is still to be made. */
  private void makePlace() throws SQLException {
    try {
      OwnerOnly.folder(path.resolveSibling("."));
      OwnerOnly.file(data());
      OwnerOnly.file(Path.of(path + ".turn"));
    } catch (IOException e) {
      throw new SQLException("the place of the database cannot be used", "90031", e);
    }
  }

  private Path data() {
    return Path.of(path + ".mv.db");
  }

  /**
   * Returns whether there is a database that this user may read but not write.
   *
   * @param writable tells whether this user may write a path
   */
  boolean isReadOnly(Predicate<Path> writable) {
    return Files.isReadable(data())
        && !(writable.test(data()) && writable.test(path.resolveSibling(".")));
  }

  /** Does nothing while this process has the file open. */
  private void recover() throws SQLException {
    Path file = data();
    try {
      if (!owned && Files.size(file) > 0 && !endedCleanly(file)) {
        new MVStore.Builder()
            .fileName(file.toString())
            .recoveryMode()
            .autoCommitDisabled()
            .open()
            .close();
      }
    } catch (MVStoreException e) {
      int code = e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ? EmbeddedSource.IN_USE : 0;
      throw new SQLException("the database cannot be recovered", "58030", code, e);
    } catch (IOException e) {
      throw new SQLException("the database cannot be read", "58030", e);
    }
  }

  private static boolean endedCleanly(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String header = new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1);
      return header.lines().findFirst().orElse("").contains(",clean:1,");
    }
  }
}
