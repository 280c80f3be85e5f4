package dev.gatehouse.jdbc;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes folders and files that only their owner can read: a ledger names people and what they
 * decided. What exists already keeps its permissions, which an administrator may have chosen.
 */
final class OwnerOnly {
  private OwnerOnly() {}

  /** Creates the folder and those above it that are missing. */
  static void folder(Path folder) throws IOException {
    Files.createDirectories(folder, permissions(existing(folder), "rwx------"));
  }

  /** Creates an empty file unless it exists. */
  static void file(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        Files.createFile(file, permissions(existing(file), "rw-------"));
      } catch (FileAlreadyExistsException e) {
        // Another process was faster.
      }
    }
  }

  private static Path existing(Path path) {
    Path at = path.toAbsolutePath();
    while (at.getParent() != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return at;
  }

  private static FileAttribute<?>[] permissions(Path place, String posix) throws IOException {
    return Files.getFileStore(place).supportsFileAttributeView("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(posix))
        }
        : new FileAttribute<?>[0];
  }
}
