package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;
import java.util.function.Predicate;

/**
 * The windows that matter to one application.
 *
 * @param canSync whether a sync by hand is let through now
 */
public record SyncWindows(
    List<SyncWindow> activeWindows, List<SyncWindow> assignedWindows, boolean canSync) {
  /** Copies the lists. */
  public SyncWindows {
    activeWindows = Given.list(activeWindows);
    assignedWindows = Given.list(assignedWindows);
  }

  /**
   * Whether a sync that Argo CD begins automatically is let through now; the answer of the server
   * is only about syncs by hand. An active deny wins, and while there is any allow, one has to be
   * active.
   */
  public boolean canSyncByItself() {
    Predicate<SyncWindow> allows = window -> window.kind().equals("allow");
    return activeWindows.stream().allMatch(allows)
        && (!activeWindows.isEmpty() || assignedWindows.stream().noneMatch(allows));
  }
}
