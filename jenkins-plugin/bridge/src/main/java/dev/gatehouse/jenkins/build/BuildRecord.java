package dev.gatehouse.jenkins.build;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the controller itself recorded of a build.
 *
 * <p>Nothing in it comes from the script of the build or its environment, which the script can
 * change. Texts of others are bounded and cleaned; a commit that is none is dropped. Immutable.
 *
 * @param job the full name of the job, folders included
 * @param number the number of the build
 * @param link where people read the build, or empty where Jenkins knows no address of its own
 * @param commit the commit that was checked out
 * @param changes what this build and the ones before it brought, newest first
 * @param tests what the test reports say, or empty where none was recorded
 * @param at when Jenkins recorded it: the same each time that the build is read
 */
public record BuildRecord(
    String job,
    int number,
    Optional<String> link,
    Optional<String> commit,
    List<BuildChanges> changes,
    Optional<TestCounts> tests,
    Instant at) {
  private static final int LONGEST = 200;
  private static final Pattern LINK = Pattern.compile("https?://[^@\\s\\p{Cntrl}]{1,1000}");

  /** Bounds and cleans what others wrote. */
  public BuildRecord {
    job = clean(job);
    link = link.filter(text -> LINK.matcher(text).matches());
    commit = commit.flatMap(CommitText::full);
    changes = List.copyOf(changes);
  }

  /** Returns the name that people know the build by, such as {@code shop/main #12}. */
  public String name() {
    return job + " #" + number;
  }

  /** Returns the commit that was checked out. */
  public Optional<Revision> revision() {
    return commit.map(Revision::new);
  }

  /**
   * Returns who wrote what is new since this commit was built; all known authors where no earlier
   * build had it.
   *
   * <p>The authors of this build alone are too few: a build that was never promoted hands its
   * commits on to the next one, and its authors may not approve them either.
   */
  public List<String> authorsSince(Optional<Revision> promoted) {
    return changes.stream()
        .takeWhile(build -> promoted.isEmpty() || !build.isAt(promoted.get()))
        .flatMap(build -> build.authors().stream())
        .distinct()
        .toList();
  }

  private static String clean(String text) {
    return SafeText.cut(SafeText.line(text.strip()), LONGEST);
  }
}
