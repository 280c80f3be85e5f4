package dev.gatehouse.argo.live;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.stage.ArgoApplication;
import java.util.List;
import java.util.function.Predicate;

/**
 * What an application is expected to be.
 *
 * @param rules what the target says about its application
 * @param revision the full commit id
 * @param operation our id of the operation, as it stands in its notes
 * @param source which of the application's sources the revision is of, counted from 0
 * @param countsAsNewer tells whether another revision counts in place of the expected one
 */
public record Expectation(
    ArgoApplication rules,
    String revision,
    String operation,
    int source,
    Predicate<String> countsAsNewer) {
  /** The note that carries our id of an operation. */
  public static final String NOTE = "gatehouse-promotion";

  /** Tells whether the operation has to be one that Gatehouse asked for. */
  boolean needsOurOperation(Application application) {
    return switch (rules.sync()) {
      case AUTOMATIC -> false;
      case REQUESTED -> true;
      case PINNED -> !application.isAutoSyncOn();
    };
  }

  /** Tells whether this revision, or one that counts in its place, is the one at our source. */
  boolean isAt(List<String> revisions) {
    return source < revisions.size() && counts(revisions.get(source));
  }

  private boolean counts(String other) {
    return revision.equals(other) || (!other.isEmpty() && countsAsNewer.test(other));
  }

  /** Returns the first characters of the revision, for people. */
  String brief() {
    return Wording.brief(revision);
  }
}
