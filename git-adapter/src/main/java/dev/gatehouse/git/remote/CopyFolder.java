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

  /** Opens the copy, made first when it is missing or was left half made; the caller closes it. */
  Repository open() throws IOException {
    for (int tried = 1; !isWhole(); tried++) {
      if (tried > TRIES) {
        throw new IOException("the folder " + place + " is removed as fast as it is made");
      }
      make();
    }
    return repository(place);
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
    }
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

  /** Tells whether the copy is there, with all that a repository needs. */
  boolean isWhole() {
    return Files.isRegularFile(place.resolve("HEAD"))
        && Files.isDirectory(place.resolve("objects"));
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
