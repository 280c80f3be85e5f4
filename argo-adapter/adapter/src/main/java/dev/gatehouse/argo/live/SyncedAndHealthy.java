package dev.gatehouse.argo.live;

import dev.gatehouse.argocd.model.Application;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Judges by one complete answer of Argo CD whether an application is synced and healthy at a
 * revision.
 *
 * <p>Pure. Argo CD shows parts of an older operation, of an older comparison and of older health
 * side by side, so all nine points must hold on the same answer; "Synced" and "Healthy" alone are
 * also what was there before the sync began (argo-cd issues 542, 4669, 18153).
 */
public final class SyncedAndHealthy {
  private static final List<BiFunction<Application, Expectation, Optional<LiveVerdict>>> POINTS =
      List.of(
          OperationPoints::readsTarget,
          OperationPoints::askedFor,
          OperationPoints::nothingRuns,
          OperationPoints::sameOperation,
          OperationPoints::endedWell,
          StatePoints::noError,
          OperationPoints::fullSync,
          StatePoints::comparedSince,
          StatePoints::inSync,
          StatePoints::healthy);

  private SyncedAndHealthy() {}

  /** Returns that the application is degraded now, whatever revision it is at. */
  public static Optional<LiveVerdict> degraded(Application application) {
    return StatePoints.degraded(application);
  }

  /**
   * Returns the first point that fails, or {@link LiveVerdict#GOOD}; the caller still has to see it
   * stay so for the settle time.
   */
  public static LiveVerdict judge(Application application, Expectation expected) {
    return POINTS.stream()
        .map(point -> point.apply(application, expected))
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(LiveVerdict.GOOD);
  }
}
