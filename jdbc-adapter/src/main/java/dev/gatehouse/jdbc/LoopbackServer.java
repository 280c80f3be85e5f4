package dev.gatehouse.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/**
 * How other processes of this machine reach an embedded database: a port on the loopback address
 * and a random key, written to a file beside the database that only its owner can read.
 * Thread-safe.
 */
final class LoopbackServer {
  private static final int KEY_BYTES = 24;

  private final Path file;
  private final String database;
  private @Nullable Server server;

  LoopbackServer(Path file, String database) {
    this.file = file;
    this.database = database;
  }

  /** Opens it unless it is open. */
  synchronized void open() throws SQLException {
    if (server != null) {
      return;
    }
    byte[] random = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(random);
    String key = HexFormat.of().formatHex(random);
    Server started =
        Server.createTcpServer("-tcpPort", "0", "-tcpDaemon", "-key", key, database).start();
    try {
      long process = ProcessHandle.current().pid();
      write("tcp://127.0.0.1:" + started.getPort() + "/" + key + "\n" + process + "\n");
      server = started;
    } catch (IOException e) {
      started.stop();
      throw new SQLException("cannot write beside the database: " + file.getFileName(), e);
    }
  }

  private void write(String address) throws IOException {
    Path fresh = Path.of(file + ".new");
    Files.deleteIfExists(fresh);
    if (Files.getFileStore(file.toAbsolutePath().getParent()).supportsFileAttributeView("posix")) {
      var ownerOnly = PosixFilePermissions.fromString("rw-------");
      Files.createFile(fresh, PosixFilePermissions.asFileAttribute(ownerOnly));
    }
    Files.writeString(fresh, address);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Returns what {@link #open} of another process wrote. */
  Optional<String> address() {
    return line(0);
  }

  /** Returns the process that opened it; 0 when that is not known. */
  long holder() {
    return line(1).filter(text -> text.matches("\\d{1,18}")).map(Long::parseLong).orElse(0L);
  }

  private Optional<String> line(int number) {
    try {
      return Files.readAllLines(file).stream()
          .skip(number)
          .findFirst()
          .map(String::strip)
          .filter(text -> !text.isEmpty());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  synchronized void close() {
    if (server != null) {
      server.stop();
      server = null;
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        System.getLogger(LoopbackServer.class.getName())
            .log(System.Logger.Level.DEBUG, "a door that leads nowhere stays behind", e);
      }
    }
  }
}
