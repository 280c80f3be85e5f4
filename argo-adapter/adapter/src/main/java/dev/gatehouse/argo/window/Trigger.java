package dev.gatehouse.argo.window;

import dev.gatehouse.argocd.model.SyncWindows;

/** Who begins a sync; windows may let one of them through and not the other. */
public enum Trigger {
  /** Someone asks for it. */
  BY_HAND,
  /** Argo CD begins it, because automatic sync is on. */
  BY_ITSELF;

  /** Returns whether such a sync is let through now. */
  public boolean isLetThrough(SyncWindows windows) {
    return this == BY_HAND ? windows.canSync() : windows.canSyncByItself();
  }
}
