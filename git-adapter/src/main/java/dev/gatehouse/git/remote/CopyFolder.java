package dev.gatehouse.git.remote;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.util.FileUtils;

/**
 * The folder of a copy, which appears whole and disappears whole whoever else makes or removes it.
 *
 * <p>JGit makes a repository file by file and fails when another does the same; so it is made
 * beside its place and renamed into it. Thread-safe, for several processes too.
 *
 * @param place where the copy lives
 */
record CopyFolder(Path place) {
  private static final int TRIES = 5;
  private static final String GC = "gc";
  private static final String AUTO = "auto";
  private static final String AUTO_PACKS = "autoPackLimit";
  private static final String DETACH = "autoDetach";

  /** Opens the copy, made first when it is missing or was left half made; the caller closes it. */
  Repository open() throws IOException {
    for (int tried = 1; !isWhole(); tried++) {
      if (tried > TRIES) {
        throw new IOException("the folder " + place + " is removed as fast as it is made");
      }
      make();
    }
    Repository repository = repository(place);
    if (repository.getConfig().getBoolean(GC, DETACH, true)) {
      madeByAnEarlierVersion(repository);
    }
    return repository;
  }

  /** A setting that cannot be saved because of a lock counts for this time at least. */
  private static void madeByAnEarlierVersion(Repository repository) {
    try {
      withoutAutomaticGc(repository);
    } catch (IOException e) {
      System.getLogger(CopyFolder.class.getName())
          .log(System.Logger.Level.DEBUG, "the settings of a copy are locked", e);
    }
  }

  /**
   * JGit would collect garbage after a fetch: it keeps what it replaces for two weeks, and leaves a
   * lock when it is killed. {@link Compaction} does that work. Detached, it would also take that
   * lock on a thread of its own after every fetch, only to find that there is nothing to do.
   */
  private static void withoutAutomaticGc(Repository repository) throws IOException {
    StoredConfig config = repository.getConfig();
    config.setInt(GC, null, AUTO, 0);
    config.setInt(GC, null, AUTO_PACKS, 0);
    config.setBoolean(GC, null, DETACH, false);
    config.save();
  }

  /** Takes the copy away; what a process left that died over this is removed as well. */
  void remove() throws IOException {
    try {
      Files.move(place, beside(".removed-"), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return;
    } finally {
      sweep();
    }
  }

  private void make() throws IOException {
    Path fresh = beside(".made-");
    Files.createDirectories(fresh);
    try (Repository repository = repository(fresh)) {
      repository.create(true);
      withoutAutomaticGc(repository);
    }
    sweepOlderThan(fresh);
    if (Files.exists(place) && !isWhole()) {
      remove();
    }
    try {
      Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      delete(fresh);
      if (!isWhole()) {
        throw e;
      }
    }
  }

  /** Returns whether the copy is there, with all that a repository needs. */
  boolean isWhole() {
    return Files.isRegularFile(place.resolve("HEAD"))
        && Files.isDirectory(place.resolve("objects"));
  }

  /** Deletes what processes left that died while they made a copy, an hour ago or more. */
  private void sweepOlderThan(Path fresh) throws IOException {
    Leftovers leftovers = Leftovers.asOf(fresh, fresh);
    try (DirectoryStream<Path> made =
        Files.newDirectoryStream(parent(), place.getFileName() + ".made-*")) {
      for (Path folder : made) {
        if (leftovers.isOld(folder)) {
          delete(folder);
        }
      }
    } catch (NoSuchFileException e) {
      // Another process swept it away.
    }
  }

  private void sweep() throws IOException {
    if (!Files.isDirectory(parent())) {
      return;
    }
    try (DirectoryStream<Path> removed =
        Files.newDirectoryStream(parent(), place.getFileName() + ".removed-*")) {
      for (Path folder : removed) {
        delete(folder);
      }
    }
  }

  private Path beside(String what) {
    return parent().resolve(place.getFileName() + what + UUID.randomUUID());
  }

  private Path parent() {
    return place.toAbsolutePath().resolve("..").normalize();
  }

  /** Another process may be deleting the same; what stays is swept away another time. */
  private static void delete(Path folder) throws IOException {
    FileUtils.delete(
        folder.toFile(), FileUtils.RECURSIVE | FileUtils.SKIP_MISSING | FileUtils.IGNORE_ERRORS);
  }

  private static Repository repository(Path folder) throws IOException {
    return new RepositoryBuilder().setGitDir(folder.toFile()).setBare().setMustExist(false).build();
  }
}
