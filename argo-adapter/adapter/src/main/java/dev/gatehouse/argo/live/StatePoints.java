package dev.gatehouse.argo.live;

import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.Condition;
import dev.gatehouse.argocd.model.HealthCode;
import dev.gatehouse.argocd.model.HealthState;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.argocd.model.ResourceStatus;
import dev.gatehouse.argocd.model.SyncCode;
import dev.gatehouse.argocd.model.SyncState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The points about what Argo CD sees now: e to h. */
final class StatePoints {
  private StatePoints() {}

  static Optional<LiveVerdict> noError(Application application, Expectation expected) {
    String errors =
        application.status().conditions().stream()
            .filter(Condition::isError)
            .limit(2)
            .map(condition -> condition.type() + ": " + Wording.cut(condition.message()))
            .collect(Collectors.joining("; "));
    return errors.isEmpty()
        ? Optional.empty()
        : Optional.of(
            LiveVerdict.waiting(
                Point.NO_ERROR,
                "Argo CD reports " + errors,
                "Fix what it names; no other action is needed: it is rechecked automatically."));
  }

  /** Both times have whole seconds, and the first one is the start of the comparison. */
  static Optional<LiveVerdict> comparedSince(Application application, Expectation expected) {
    Optional<Instant> compared = application.status().reconciledAt();
    Optional<Instant> ended =
        application.status().operationState().flatMap(OperationState::finishedAt);
    boolean since =
        compared.isPresent() && ended.map(end -> compared.get().isAfter(end)).orElse(true);
    return since && !application.awaitsRefresh()
        ? Optional.empty()
        : Optional.of(
            LiveVerdict.waiting(
                Point.COMPARED_SINCE,
                "Argo CD has not compared the application since the sync ended.",
                "Wait; when it takes long, look at the application controller."));
  }

  static Optional<LiveVerdict> inSync(Application application, Expectation expected) {
    SyncState sync = application.status().sync();
    List<String> compared = sync.allRevisions();
    Optional<String> other = expected.unlike(compared, expected::counts);
    if (other.isPresent()) {
      String found = other.filter(text -> !text.isEmpty()).orElse("none");
      return Optional.of(
          LiveVerdict.waiting(
              Point.IN_SYNC,
              "Argo CD compares with revision %s, not with %s."
                  .formatted(Wording.cut(Wording.brief(found)), expected.brief()),
              "Wait for its next look at Git; a newer revision counts as `newer` in gatehouse.yaml"
                  + " says."));
    }
    if (!sync.comparedTo().allSources().equals(application.spec().allSources())) {
      return Optional.of(
          LiveVerdict.waiting(
              Point.IN_SYNC,
              "The last comparison was with other sources than the application has now.",
              "Wait for the next comparison."));
    }
    if (sync.code() == SyncCode.SYNCED) {
      return Optional.empty();
    }
    boolean drifted =
        expected.rules().toleratesDrift()
            && sync.code() == SyncCode.OUT_OF_SYNC
            && wasDeployed(application, expected);
    return drifted ? Optional.empty() : Optional.of(different(application, sync));
  }

  private static boolean wasDeployed(Application application, Expectation expected) {
    return application.status().history().stream()
            .anyMatch(entry -> expected.isAt(entry.allRevisions()))
        || application
            .status()
            .operationState()
            .flatMap(OperationState::syncResult)
            .filter(result -> expected.isAt(result.allRevisions()))
            .isPresent();
  }

  private static LiveVerdict different(Application application, SyncState sync) {
    if (sync.code() != SyncCode.OUT_OF_SYNC) {
      return LiveVerdict.unknown(
          Point.IN_SYNC,
          "Argo CD cannot tell whether it is in sync ('%s').".formatted(Wording.cut(sync.status())),
          "Look at the application in Argo CD.");
    }
    List<ResourceStatus> objects = application.status().resources();
    String pruned = Wording.objects(objects, ResourceStatus::requiresPruning);
    String drifted = Wording.objects(objects, object -> object.code() == SyncCode.OUT_OF_SYNC);
    return LiveVerdict.waiting(
        Point.IN_SYNC,
        "It is out of sync" + (drifted.isEmpty() ? "." : ": " + drifted + "."),
        pruned.isEmpty()
            ? "See its diff in Argo CD; where something else changes live objects, say"
                + " `toleratesDrift: true`."
            : "Prune in Argo CD what Git no longer has: " + pruned + ".");
  }

  /** Returns what is wrong with the health of an application whatever revision it is at. */
  static Optional<LiveVerdict> degraded(Application application) {
    HealthState health = application.status().health();
    boolean ill = health.code() == HealthCode.DEGRADED;
    return ill ? Optional.of(ill(application, health)) : Optional.empty();
  }

  static Optional<LiveVerdict> healthy(Application application, Expectation expected) {
    HealthState health = application.status().health();
    boolean tolerated =
        health.code() == HealthCode.SUSPENDED && expected.rules().toleratesSuspended();
    if (health.code() == HealthCode.HEALTHY || tolerated) {
      return Optional.empty();
    }
    String what = described(application, health);
    return Optional.of(
        switch (health.code()) {
          case DEGRADED -> ill(application, health);
          case SUSPENDED ->
              LiveVerdict.waiting(
                  Point.HEALTHY,
                  what,
                  "Something in it is paused: resume it in Argo CD, or, if that is how it should"
                      + " be, set `toleratesSuspended: true`.");
          case UNKNOWN, OTHER ->
              LiveVerdict.unknown(Point.HEALTHY, what, "Look at the application in Argo CD.");
          default -> LiveVerdict.waiting(Point.HEALTHY, what, "Wait until its objects are ready.");
        });
  }

  private static LiveVerdict ill(Application application, HealthState health) {
    return LiveVerdict.failed(
        Point.HEALTHY,
        described(application, health),
        "Look at the named objects and their events.");
  }

  private static String described(Application application, HealthState health) {
    String ill =
        Wording.objects(
            application.status().resources(),
            object -> object.health().filter(h -> h.code() != HealthCode.HEALTHY).isPresent());
    return "It is %s%s%s"
        .formatted(
            health.status().isEmpty() ? "of unknown health" : Wording.cut(health.status()),
            health.message().map(text -> ": " + Wording.cut(text)).orElse(""),
            ill.isEmpty() ? "." : " (" + ill + ").");
  }
}
