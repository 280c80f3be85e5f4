package dev.gatehouse.app.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.diff.PlannedDiff;
import dev.gatehouse.change.ManifestDiff;
import dev.gatehouse.change.Revision;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.Target;
import java.util.Optional;

/**
 * What lives at one target against what Git wants there.
 *
 * @param target the target
 * @param promoted the state of the target in the promotion; empty without a promotion
 * @param shown what Argo CD shows of its application; empty when there is none, or no answer
 * @param diff what a sync with prune would change; empty when nothing was compared
 * @param planned the same after the promotion; empty where it has written, or none was named
 * @param problem why nothing was compared although there is an application
 */
public record TargetDiff(
    Target target,
    Optional<TargetState> promoted,
    Optional<Shown> shown,
    Optional<ManifestDiff> diff,
    Optional<PlannedDiff> planned,
    Optional<Reason> problem) {
  /** Returns a target of which nothing was compared, and why, where there is an application. */
  static TargetDiff unasked(
      Target target, Optional<TargetState> promoted, Optional<Reason> problem) {
    return new TargetDiff(
        target, promoted, Optional.empty(), Optional.empty(), Optional.empty(), problem);
  }

  /** When a difference was seen: it means something else before than after. */
  public enum Moment {
    /** The promotion has written nothing here yet, so that a difference is drift. */
    BEFORE,
    /** Argo CD compares with the promoted commit. */
    PROMOTED,
    /** The promotion has written here, and Argo CD compares with another commit. */
    ELSEWHERE
  }

  /**
   * What Argo CD shows of an application, as the server wrote it.
   *
   * @param sync the sync status
   * @param health the health
   * @param compared the commit it compared with last
   */
  public record Shown(String sync, String health, Optional<String> compared) {}

  /** Returns the name of its application; empty where there is none. */
  public Optional<String> application() {
    return ArgoApplication.following(target).map(argo -> ArgoNames.ref(argo).toString());
  }

  /** Returns what a difference means. */
  public Moment moment() {
    Optional<String> written = promoted.flatMap(TargetState::revision).map(Revision::value);
    if (written.isEmpty()) {
      return Moment.BEFORE;
    }
    boolean same = written.equals(shown.flatMap(Shown::compared));
    return same ? Moment.PROMOTED : Moment.ELSEWHERE;
  }

  /** Returns whether something differs, or cannot be read and so may. */
  public boolean differs() {
    return diff.filter(found -> !found.isEmpty()).isPresent();
  }

  /** Returns whether the promotion changes something there, as far as that is known. */
  public boolean isChanged() {
    return planned
        .filter(plan -> !plan.changed().isEmpty() || !plan.unknown().isEmpty())
        .isPresent();
  }
}
