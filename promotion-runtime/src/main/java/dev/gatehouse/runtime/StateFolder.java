package dev.gatehouse.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder beside the rules that holds the ledger and the copies of repositories: what is in
 * private repositories, and who decided what. Only its owner may enter it.
 */
final class StateFolder {
  private StateFolder() {}

  /** Returns the folder, made when it is missing; one that exists keeps its permissions. */
  static Path beside(RulesFile rules) {
    Path folder = rules.folder().resolve(".gatehouse");
    try {
      if (!Files.exists(folder)
          && Files.getFileStore(rules.folder()).supportsFileAttributeView("posix")) {
        Files.createDirectory(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      }
    } catch (IOException e) {
      // Another process made it, or nothing can be made here: what needs the folder says so.
      System.getLogger(StateFolder.class.getName())
          .log(System.Logger.Level.DEBUG, "the state folder was not made", e);
    }
    return folder;
  }
}
