package dev.gatehouse.argo.application;

import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.stage.ControlPlaneKind;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.util.Optional;

/**
 * The Argo CD application that follows the desired state of a target.
 *
 * @param name its name
 * @param project its project; always sent, so that a missing application is told from a forbidden
 *     one
 * @param namespace where the application object is; empty for the control plane's own namespace
 * @param sync who has it synced
 * @param newer what counts when a newer revision than the promoted one is live
 * @param toleratesDrift whether it may be healthy and out of sync, as where something else changes
 *     live objects
 * @param toleratesSuspended whether it counts as healthy while something in it is paused
 * @param settle how long it must stay healthy before it counts as live
 */
public record ArgoApplication(
    String name,
    String project,
    Optional<String> namespace,
    Sync sync,
    Newer newer,
    boolean toleratesDrift,
    boolean toleratesSuspended,
    Duration settle)
    implements ControlPlaneSettings {
  /** The kind of these settings. */
  public static final ControlPlaneKind KIND = new ControlPlaneKind("argo-cd");

  /** The name under which Argo CD states facts. */
  public static final SourceName SOURCE = SourceName.of("argocd");

  /** How long an application settles unless the rules say otherwise. */
  public static final Duration SETTLE = Duration.ofSeconds(10);

  /** Who has an application synced. */
  public enum Sync {
    /** Argo CD syncs; Gatehouse waits. */
    AUTOMATIC,
    /** Gatehouse asks for it, at the revision it wrote. */
    REQUESTED,
    /**
     * Gatehouse moves the revision that the application is pinned to; nobody else's commit goes.
     */
    PINNED
  }

  /** What counts when a newer revision than the promoted one is live. */
  public enum Newer {
    /** Only the promoted revision counts. */
    REFUSED,
    /** A descendant counts if it leaves the target's folder as the promotion left it. */
    SAME_FOLDER,
    /** Any descendant counts. */
    ANY
  }

  /** Refuses a settle time that goes back. */
  public ArgoApplication {
    if (settle.isNegative()) {
      throw new IllegalArgumentException("a settle time is not negative: " + name);
    }
  }

  @Override
  public ControlPlaneKind kind() {
    return KIND;
  }

  /** Returns the application that follows a target; empty where none of Argo CD does. */
  public static Optional<ArgoApplication> following(Target target) {
    return target
        .controlPlane()
        .filter(ArgoApplication.class::isInstance)
        .map(ArgoApplication.class::cast);
  }

  /** An application that does not count as healthy while something in it is paused. */
  public ArgoApplication(
      String name,
      String project,
      Optional<String> namespace,
      Sync sync,
      Newer newer,
      boolean toleratesDrift,
      Duration settle) {
    this(name, project, namespace, sync, newer, toleratesDrift, false, settle);
  }

  /** Returns this application with another answer to pauses. */
  public ArgoApplication toleratingSuspended(boolean tolerates) {
    return new ArgoApplication(
        name, project, namespace, sync, newer, toleratesDrift, tolerates, settle);
  }

  /** Returns one with the usual answers: drift is not tolerated, it settles for a moment. */
  public static ArgoApplication of(String name, String project, Sync sync) {
    Newer newer = sync == Sync.PINNED ? Newer.REFUSED : Newer.SAME_FOLDER;
    return new ArgoApplication(name, project, Optional.empty(), sync, newer, false, SETTLE);
  }
}
