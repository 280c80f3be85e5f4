package dev.gatehouse.testkit.argo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Git repositories that the server sees: announced by a test, or on this machine. */
final class FakeRepositories {
  private final Map<String, CommitLog> logs = new HashMap<>();

  /** Takes the commits of this URL from a folder from now on. */
  void backedBy(String repository, Path folder) {
    logs.put(repository, new LocalGit(folder));
  }

  /** Puts a commit on top of a branch; without paths it changes everything. */
  void commit(String repository, String branch, String sha, List<String> paths) {
    if (log(repository) instanceof AnnouncedCommits announced) {
      announced.commit(branch, sha, paths);
    } else {
      throw new IllegalStateException(repository + " has the commits of a folder, and no others");
    }
  }

  /** Makes a first commit where there is none yet. */
  void ensure(String repository, String revision) {
    boolean sha = RevisionNames.isFullSha(revision);
    boolean there = sha ? knows(repository, revision) : resolve(repository, revision).isPresent();
    if (!there) {
      String first = sha ? revision : firstSha(repository, revision);
      commit(repository, sha ? "main" : RevisionNames.branch(revision), first, List.of());
    }
  }

  boolean knows(String repository, String sha) {
    return log(repository).knows(sha);
  }

  /** Finds the commit; a full SHA is believed as it is. */
  Optional<String> resolve(String repository, String revision) {
    return RevisionNames.isFullSha(revision)
        ? Optional.of(revision)
        : log(repository).resolve(revision);
  }

  /** Names what lies below the path at this commit. */
  String content(String repository, String path, String sha) {
    return log(repository).content(path, sha);
  }

  private CommitLog log(String repository) {
    return logs.computeIfAbsent(repository, unused -> new AnnouncedCommits());
  }

  private static String firstSha(String repository, String branch) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] name = (repository + " " + branch).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(sha1.digest(name));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
