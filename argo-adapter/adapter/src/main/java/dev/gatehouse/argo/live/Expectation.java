package dev.gatehouse.argo.live;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argocd.model.Application;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an application is expected to be.
 *
 * @param rules what the target says about its application
 * @param revision the full commit id
 * @param operation our id of the operation, as it is in its notes
 * @param match which of the application's sources are the target's
 * @param countsAsNewer tells whether another revision counts in place of the expected one
 */
public record Expectation(
    ArgoApplication rules,
    String revision,
    String operation,
    SourceMatch match,
    Predicate<String> countsAsNewer) {
  /** The note that carries our id of an operation. */
  public static final String NOTE = "gatehouse-promotion";

  /** Returns whether the operation has to be one that Gatehouse asked for. */
  boolean needsOurOperation(Application application) {
    return switch (rules.sync()) {
      case AUTOMATIC -> false;
      case REQUESTED -> true;
      case PINNED -> !application.isAutoSyncOn();
    };
  }

  /** Returns whether this revision, or one that counts in its place, is at each of our sources. */
  boolean isAt(List<String> revisions) {
    return unlike(revisions, this::counts).isEmpty();
  }

  /** Returns the first revision of our sources that is not as it should be; blank if missing. */
  Optional<String> unlike(List<String> revisions, Predicate<String> wanted) {
    return match.together().stream()
        .map(index -> index < revisions.size() ? revisions.get(index) : "")
        .filter(found -> !wanted.test(found))
        .findFirst();
  }

  boolean counts(String other) {
    return revision.equals(other) || (!other.isEmpty() && countsAsNewer.test(other));
  }

  /** Returns the first characters of the revision, for people. */
  String brief() {
    return Wording.brief(revision);
  }
}
