package dev.gatehouse.testkit.argo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Commits that a test has told of: branches, and which paths each commit changes. */
final class AnnouncedCommits implements CommitLog {
  private final Map<String, String> branches = new HashMap<>();
  private final Map<String, Commit> commits = new HashMap<>();

  private record Commit(String sha, @Nullable String parent, List<String> paths) {
    Commit {
      paths = List.copyOf(paths);
    }

    boolean touches(String path) {
      return paths.isEmpty() || paths.stream().anyMatch(p -> p.startsWith(path));
    }
  }

  /** Puts a commit on top of a branch; without paths it changes everything. */
  void commit(String branch, String sha, List<String> paths) {
    if (!RevisionNames.isFullSha(sha)) {
      throw new IllegalArgumentException(
          "a commit is named by 40 or 64 lower-case hex digits: " + sha);
    }
    String parent = branches.getOrDefault(branch, branches.get("main"));
    commits.put(sha, new Commit(sha, parent, paths));
    branches.put(branch, sha);
  }

  @Override
  public boolean knows(String sha) {
    return commits.containsKey(sha);
  }

  @Override
  public Optional<String> resolve(String revision) {
    String head = branches.get(RevisionNames.branch(revision));
    return head == null && RevisionNames.isShortSha(revision)
        ? commits.keySet().stream().filter(sha -> sha.startsWith(revision)).findFirst()
        : Optional.ofNullable(head);
  }

  /** Names the last commit up to this one that changed something below the path. */
  @Override
  public String content(String path, String sha) {
    Commit here = commits.get(sha);
    while (here != null && here.parent() != null && !here.touches(path)) {
      here = commits.get(here.parent());
    }
    return here == null ? sha : here.sha();
  }
}
