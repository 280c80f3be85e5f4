package dev.gatehouse.testkit;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A desired-state repository in memory: branches of commits, each with a whole tree of texts, and
 * the faults of a remote.
 *
 * <p>{@link #fetch} and {@link #push} are what a writer does over the network, and meet the faults;
 * everything else is a look from outside and never fails. Thread-safe.
 */
public final class InMemoryGit {
  /** The code of the exception when the remote does not answer. */
  public static final ReasonCode REMOTE_DOWN = ReasonCode.of("git-unreachable");

  private final Map<Revision, InMemoryCommit> commits = new HashMap<>();
  private final Map<String, Revision> branches = new TreeMap<>();
  private GitFaults faults = GitFaults.NONE;
  private Outsider outsider = Outsider.NOTES;
  private Consumer<InMemoryCommit> watcher = commit -> {};
  private int outsideCommits;

  /** What someone else does to a tree. */
  @FunctionalInterface
  public interface Outsider {
    /** Writes a note that no target reads. */
    Outsider NOTES =
        (files, number) -> {
          Map<String, String> after = new TreeMap<>(files);
          after.put("NOTES.md", "note " + number + "\n");
          return after;
        };

    /** Returns the tree after the commit with this running number. */
    Map<String, String> edit(Map<String, String> files, int number);
  }

  /** Creates a repository whose branch holds these files. */
  public InMemoryGit(String branch, Map<String, String> files) {
    InMemoryCommit first =
        InMemoryCommit.of(
            Optional.empty(),
            files,
            "Start",
            Map.of(),
            "somebody",
            Instant.parse("2026-11-01T00:00:00Z"));
    commits.put(first.id(), first);
    branches.put(branch, first.id());
  }

  /** Sets what goes wrong from now on. */
  public synchronized InMemoryGit faults(GitFaults next) {
    this.faults = next;
    return this;
  }

  /** Sets what someone else does when it is their turn. */
  public synchronized InMemoryGit outsider(Outsider next) {
    this.outsider = next;
    return this;
  }

  /** Sets who is notified of every commit that a push brings to a branch. */
  public synchronized InMemoryGit watcher(Consumer<InMemoryCommit> told) {
    this.watcher = told;
    return this;
  }

  /**
   * Asks the remote for the tip of a branch.
   *
   * @throws PlatformException if it does not answer
   */
  public synchronized Revision fetch(String branch) {
    meet(faults.next(false), branch);
    return tip(branch);
  }

  /**
   * Moves a branch to the commit if it still is where it is expected to be.
   *
   * @return false if it is not
   * @throws PushRefused if the remote takes no push until a person acts
   * @throws PlatformException if nobody knows what happened
   */
  public synchronized boolean push(String branch, Revision expected, InMemoryCommit commit) {
    GitFault fault = faults.next(true);
    meet(fault, branch);
    if (fault == GitFault.RACE || !tip(branch).equals(expected)) {
      return false;
    }
    commits.put(commit.id(), commit);
    branches.put(branch, commit.id());
    watcher.accept(commit);
    if (fault == GitFault.ANSWER_LOST) {
      throw down(branch);
    }
    return true;
  }

  private void meet(GitFault fault, String branch) {
    switch (fault) {
      case DOWN -> throw down(branch);
      case REFUSED -> throw new PushRefused();
      case OUTSIDE_COMMIT -> commitOutside(branch);
      case FORCE_PUSH -> throwAway(branch);
      default -> {}
    }
  }

  /** Lets someone else commit what the outsider does. */
  public synchronized Revision commitOutside(String branch) {
    outsideCommits++;
    return commit(branch, outsider.edit(commit(tip(branch)).files(), outsideCommits));
  }

  /** Lets someone else set one file. */
  public synchronized Revision commitFile(String branch, String path, String text) {
    Map<String, String> files = new TreeMap<>(commit(tip(branch)).files());
    files.put(path, text);
    return commit(branch, files);
  }

  private Revision commit(String branch, Map<String, String> files) {
    InMemoryCommit parent = commit(tip(branch));
    InMemoryCommit next =
        InMemoryCommit.of(
            Optional.of(parent.id()),
            files,
            "Outside work",
            Map.of(),
            "somebody",
            parent.at().plusSeconds(1));
    commits.put(next.id(), next);
    branches.put(branch, next.id());
    return next.id();
  }

  /** Lets someone else throw the last commit of a branch away. */
  public synchronized void throwAway(String branch) {
    commit(tip(branch)).parent().ifPresent(parent -> branches.put(branch, parent));
  }

  /** Returns where a branch is. */
  public synchronized Revision tip(String branch) {
    return Optional.ofNullable(branches.get(branch)).orElseThrow();
  }

  /** Returns a commit. */
  public synchronized InMemoryCommit commit(Revision id) {
    return Optional.ofNullable(commits.get(id)).orElseThrow();
  }

  /** Returns the text of a file at the tip of a branch, or empty when there is none. */
  public synchronized Optional<String> file(String branch, String path) {
    return Optional.ofNullable(commit(tip(branch)).files().get(path));
  }

  /** Returns the commits of a branch, newest first. */
  public synchronized List<InMemoryCommit> log(String branch) {
    List<InMemoryCommit> log = new ArrayList<>();
    Optional<Revision> at = Optional.of(tip(branch));
    while (at.isPresent()) {
      InMemoryCommit commit = commit(at.get());
      log.add(commit);
      at = commit.parent();
    }
    return List.copyOf(log);
  }

  private static PlatformException down(String branch) {
    return new PlatformException(
        new Reason(
            REMOTE_DOWN,
            "The remote did not answer.",
            "branch " + branch,
            "Wait; it is tried again."));
  }
}
