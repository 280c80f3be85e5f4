package dev.gatehouse.jenkins.build;

import dev.gatehouse.change.Change;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.evidence.KnownChecks;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.stage.StageName;
import java.util.List;
import java.util.Optional;

/**
 * Turns what Jenkins recorded of a build into facts; pure.
 *
 * <p>They are stated by Jenkins about the commit that was built. A fact that the record does not
 * hold is left out, so that a gate says what is missing.
 */
public final class BuildFacts {
  private BuildFacts() {}

  /** Returns the facts about this change, as Jenkins states them. */
  public static List<Evidence> of(
      BuildRecord build, Change change, StageName stage, Actor jenkins) {
    Subject ours = Subject.of(change.application(), stage);
    Subject built = build.revision().map(ours::at).orElse(ours);
    return build.tests().stream()
        .<Evidence>map(
            counts ->
                new Evidence.Condition(
                    KnownChecks.named("trust.tests"),
                    SourceName.of(jenkins),
                    build.at(),
                    status(counts),
                    detail(counts, build),
                    Optional.of(built)))
        .toList();
  }

  /** A report in which nothing passed proves nothing. */
  private static Status status(TestCounts counts) {
    if (counts.failed() > 0) {
      return Status.FALSE;
    }
    return counts.passed() > 0 ? Status.TRUE : Status.UNKNOWN;
  }

  private static String detail(TestCounts counts, BuildRecord build) {
    return build.name()
        + ": "
        + counts.passed()
        + " passed, "
        + counts.failed()
        + " failed, "
        + counts.skipped()
        + " skipped"
        + build.link().map(link -> "; " + link).orElse("");
  }
}
