package dev.gatehouse.git.remote;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that killed processes left in the objects of a copy. What is younger than an hour may still
 * be in use and stays.
 *
 * @param objects the folder of objects
 * @param now the time on the clock of the file system
 */
record Leftovers(Path objects, FileTime now) {
  /** What the name of a pack begins with while {@link Compaction} writes it. */
  static final String TEMPORARY = "tmp_merge_";

  private static final Duration GRACE = Duration.ofHours(1);

  /** JGit holds the lock of a ref for milliseconds. */
  private static final Duration LOCK_GRACE = Duration.ofMinutes(1);

  private static final Pattern PACK = Pattern.compile("pack-[0-9a-f]{40,64}\\.pack");
  private static final List<String> BESIDE_A_PACK = List.of(".idx", ".rev", ".bitmap", ".keep");

  /** Returns the leftovers as of the moment in which a file was written. */
  static Leftovers asOf(Path objects, Path written) throws IOException {
    return new Leftovers(objects, Files.getLastModifiedTime(written));
  }

  /** Returns whether a file is older than every write in progress. */
  boolean isOld(Path file) throws IOException {
    return isOlderThan(GRACE, file);
  }

  private boolean isOlderThan(Duration age, Path file) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(now.toInstant().minus(age));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Deletes a pack and what belongs to it; the pack first, as readers begin with it. */
  static void deletePack(Path pack) throws IOException {
    Files.deleteIfExists(pack);
    String file = pack.getFileName().toString();
    String name = file.substring(0, file.length() - ".pack".length());
    for (String ending : BESIDE_A_PACK) {
      Files.deleteIfExists(pack.resolveSibling(name + ending));
    }
  }

  /** Deletes old temporary files, indexes without a pack, packs without an index and locks. */
  void sweep() throws IOException {
    sweep(objects);
    sweep(objects.resolve("pack"));
  }

  private void sweep(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, Files::isRegularFile)) {
      for (Path file : files) {
        if (!isWhole(file) && isOld(file)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }

  /** A pack with its index, or what lies beside one. */
  private static boolean isWhole(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return PACK.matcher(stem + ".pack").matches()
        && !name.endsWith(".keep")
        && Files.exists(file.resolveSibling(stem + ".pack"))
        && Files.exists(file.resolveSibling(stem + ".idx"));
  }

  /**
   * Deletes the locks of refs and settings that are older than a minute. Under a lock that stays no
   * fetch can note what it brought, and the next one brings it again.
   */
  void sweepLocks() throws IOException {
    Path copy = objects.resolveSibling(".");
    sweepLocks(copy, 1);
    sweepLocks(objects.resolveSibling("refs"), Integer.MAX_VALUE);
  }

  private void sweepLocks(Path folder, int depth) throws IOException {
    try (Stream<Path> files = Files.walk(folder, depth)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".lock")).toList()) {
        if (isOlderThan(LOCK_GRACE, file)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Deletes old loose objects; the caller has packed what is needed. */
  void sweepLoose() throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(objects, "[0-9a-f][0-9a-f]")) {
      for (Path folder : folders) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
          for (Path file : files) {
            if (isOld(file)) {
              Files.deleteIfExists(file);
            }
          }
        }
      }
    }
  }
}
