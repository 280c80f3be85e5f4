package dev.gatehouse.jenkins.build;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Records of builds for tests. */
public final class Builds {
  /** When Jenkins recorded them. */
  public static final Instant AT = Instant.parse("2026-11-23T08:00:00Z");

  private Builds() {}

  /** Returns the id of a commit made of one hex digit. */
  public static String commit(char digit) {
    return String.valueOf(digit).repeat(40);
  }

  /** Returns a build of a commit with a green test report, written by ann. */
  public static BuildRecord green() {
    return with(Optional.of(new TestCounts(12, 0, 2)));
  }

  /** Returns the same build with another test report. */
  public static BuildRecord with(Optional<TestCounts> tests) {
    return new BuildRecord(
        "shop/main",
        12,
        Optional.of("https://ci.example.com/job/shop/12/"),
        Optional.of(commit('a')),
        List.of(changes('a', "ann")),
        tests,
        AT);
  }

  /** Returns what a build of a commit brought. */
  public static BuildChanges changes(char commit, String... authors) {
    return new BuildChanges(Optional.of(commit(commit)), List.of(authors));
  }
}
