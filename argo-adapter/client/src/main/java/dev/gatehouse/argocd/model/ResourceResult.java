package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.util.List;

/**
 * What a sync did to one object.
 *
 * @param status {@code Synced}, {@code SyncFailed}, {@code Pruned} or {@code PruneSkipped}
 * @param hookType empty for what is no hook
 * @param hookPhase the phase of the hook, or of the task for what is no hook
 * @param syncPhase {@code PreSync}, {@code Sync}, {@code PostSync} or {@code SyncFail}
 */
public record ResourceResult(
    String group,
    String version,
    String kind,
    String namespace,
    String name,
    String status,
    String message,
    String hookType,
    String hookPhase,
    String syncPhase,
    List<String> images) {
  /** Copies the list and fills what is missing. */
  public ResourceResult {
    group = Given.text(group);
    version = Given.text(version);
    kind = Given.text(kind);
    namespace = Given.text(namespace);
    name = Given.text(name);
    status = Given.text(status);
    message = Given.text(message);
    hookType = Given.text(hookType);
    hookPhase = Given.text(hookPhase);
    syncPhase = Given.text(syncPhase);
    images = Given.list(images);
  }

  /** Whether it is a hook. */
  public boolean isHook() {
    return !hookType.isEmpty();
  }

  /** What {@link #hookPhase()} means. */
  public PhaseCode phase() {
    return PhaseCode.of(hookPhase);
  }
}
