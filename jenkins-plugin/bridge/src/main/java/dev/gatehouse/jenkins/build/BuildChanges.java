package dev.gatehouse.jenkins.build;

import dev.gatehouse.change.Revision;
import dev.gatehouse.reason.SafeText;
import java.util.List;
import java.util.Optional;

/**
 * What one build brought, by the change log that Jenkins computed.
 *
 * @param commit the commit that it checked out
 * @param authors who wrote the commits since the build before it, as Git names them
 */
public record BuildChanges(Optional<String> commit, List<String> authors) {
  private static final int LONGEST = 200;
  private static final int MOST = 2_000;

  /** Bounds and cleans what others wrote. */
  public BuildChanges {
    commit = commit.flatMap(CommitText::full);
    authors =
        authors.stream()
            .map(name -> SafeText.cut(SafeText.line(name.strip()), LONGEST))
            .filter(name -> !name.isBlank())
            .distinct()
            .limit(MOST)
            .toList();
  }

  /** Returns whether it checked out this commit. */
  boolean isAt(Revision revision) {
    return commit.filter(revision.value()::equals).isPresent();
  }
}
