package dev.gatehouse.testkit.argo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Git repositories that the server sees: branches, and which paths each commit changes. */
final class FakeRepositories {
  private static final Pattern FULL_SHA = Pattern.compile("[0-9a-f]{40}");

  private final Map<String, Map<String, String>> branches = new HashMap<>();
  private final Map<String, Commit> commits = new HashMap<>();

  private record Commit(String sha, @Nullable String parent, List<String> paths) {
    boolean touches(String path) {
      return paths.isEmpty() || paths.stream().anyMatch(p -> p.startsWith(path));
    }
  }

  static boolean isFullSha(String revision) {
    return FULL_SHA.matcher(revision).matches();
  }

  /** Puts a commit on top of a branch; without paths it changes everything. */
  void commit(String repository, String branch, String sha, List<String> paths) {
    if (!isFullSha(sha)) {
      throw new IllegalArgumentException("a commit is named by 40 lower-case hex digits: " + sha);
    }
    Map<String, String> heads = branches.computeIfAbsent(repository, unused -> new HashMap<>());
    String parent = heads.getOrDefault(branch, heads.get("main"));
    commits.put(key(repository, sha), new Commit(sha, parent, List.copyOf(paths)));
    heads.put(branch, sha);
  }

  /** Makes a first commit where there is none yet. */
  void ensure(String repository, String revision) {
    boolean sha = isFullSha(revision);
    boolean there = sha ? knows(repository, revision) : resolve(repository, revision).isPresent();
    if (!there) {
      String first = sha ? revision : firstSha(repository, revision);
      commit(repository, sha ? "main" : branch(revision), first, List.of());
    }
  }

  boolean knows(String repository, String sha) {
    return commits.containsKey(key(repository, sha));
  }

  /** Finds the commit; a full SHA is believed as it is. */
  Optional<String> resolve(String repository, String revision) {
    if (isFullSha(revision)) {
      return Optional.of(revision);
    }
    Map<String, String> heads = branches.getOrDefault(repository, Map.of());
    return Optional.ofNullable(heads.get(branch(revision)));
  }

  /** Returns the last commit up to this one that changed something below the path. */
  String content(String repository, String path, String sha) {
    Commit here = commits.get(key(repository, sha));
    while (here != null && here.parent() != null && !here.touches(path)) {
      here = commits.get(key(repository, here.parent()));
    }
    return here == null ? sha : here.sha();
  }

  private static String branch(String revision) {
    return revision.isEmpty() || revision.equals("HEAD") ? "main" : revision;
  }

  private static String key(String repository, String sha) {
    return repository + " " + sha;
  }

  private static String firstSha(String repository, String branch) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of()
          .formatHex(sha1.digest(key(repository, branch).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
