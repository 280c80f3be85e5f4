package dev.gatehouse.argo.model;

import java.util.List;

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
}
