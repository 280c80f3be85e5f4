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
  TARGET_WRITTEN,
  SYNC_ASKED,
  TARGET_LIVE,
  WAVE_BAKED,
  ENDED
}
