package dev.gatehouse.spi;

/** The named moments between which a process may die; tests kill it at each of them. */
public enum Step {
  PROPOSED,
  PLAN_COMPUTED,
  PLAN_SEALED,
  GATES_JUDGED,
  WAVE_STARTED,
  TARGETS_WOKEN,
  TARGET_TAKEN,
  LEASE_TAKEN,
  OBJECTS_WRITTEN,
  INTENT_RECORDED,
  PUSHED,
  PUSH_ACKNOWLEDGED,
  RUN_INTENDED,
  RUN_STARTED,
  RUN_RECORDED,
  TARGET_WRITTEN,
  SYNC_ASKED,
  TARGET_LIVE,
  WAVE_BAKED,
  ENDED;

  /** Returns whether it is reached only where a control plane writes desired state on its own. */
  public boolean isOfRuns() {
    return this == RUN_INTENDED || this == RUN_STARTED || this == RUN_RECORDED;
  }
}
