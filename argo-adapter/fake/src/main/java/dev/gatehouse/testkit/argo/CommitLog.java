package dev.gatehouse.testkit.argo;

import java.util.Optional;

/** One Git repository as the server sees it. */
interface CommitLog {
  /** Whether there is such a commit. */
  boolean knows(String sha);

  /** Finds the commit of a branch, a tag or the beginning of a SHA. */
  Optional<String> resolve(String revision);

  /** Names what lies below the path at this commit: the same name for the same content. */
  String content(String path, String sha);
}
