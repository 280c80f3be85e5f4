package dev.gatehouse.argo.live;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.Operation;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.argocd.model.PhaseCode;
import dev.gatehouse.argocd.model.SyncOperation;
import dev.gatehouse.argocd.model.SyncResult;
import dev.gatehouse.argocd.model.SyncStrategy;
import java.util.List;
import java.util.Optional;

/** The points about who synced what: a to d. */
final class OperationPoints {
  private OperationPoints() {}

  /** What another project, repository or folder shows is not about the target. */
  static Optional<LiveVerdict> readsTarget(Application application, Expectation expected) {
    return expected
        .match()
        .difference()
        .map(found -> LiveVerdict.waiting(Point.READS_TARGET, found.what(), found.next()));
  }

  static Optional<LiveVerdict> askedFor(Application application, Expectation expected) {
    if (application.metadata().deletionTimestamp().isPresent()) {
      return Optional.of(
          LiveVerdict.waiting(
              Point.ASKED_FOR,
              "The application is being deleted.",
              "Find out who deletes it; the promotion continues once it is created again."));
    }
    ArgoApplication.Sync sync = expected.rules().sync();
    if (sync == ArgoApplication.Sync.AUTOMATIC && !application.isAutoSyncOn()) {
      return Optional.of(
          LiveVerdict.waiting(
              Point.ASKED_FOR,
              "Automatic sync is off, so nothing syncs it.",
              "Turn it on in Argo CD, or say `sync: requested` in gatehouse.yaml."));
    }
    return sync == ArgoApplication.Sync.PINNED
        ? otherPin(application, expected).map(pinned -> movedPin(pinned, expected))
        : Optional.empty();
  }

  private static Optional<String> otherPin(Application application, Expectation expected) {
    List<String> pins =
        application.spec().allSources().stream()
            .map(source -> source.targetRevision().orElse(""))
            .toList();
    return expected.unlike(pins, expected.revision()::equals);
  }

  private static LiveVerdict movedPin(String pinned, Expectation expected) {
    return LiveVerdict.waiting(
        Point.ASKED_FOR,
        "The target revision is '%s', not %s.".formatted(Wording.cut(pinned), expected.brief()),
        "Only Gatehouse should move it: find out who did, and set it to "
            + expected.revision()
            + ".");
  }

  /** A try that has failed and waits for the next one says Running and has an end. */
  static Optional<LiveVerdict> nothingRuns(Application application, Expectation expected) {
    Optional<OperationState> state = application.status().operationState();
    boolean isOver = state.map(s -> s.code().isTerminal()).orElse(true);
    if (application.operation().isEmpty() && isOver) {
      return Optional.empty();
    }
    if (isOver) {
      String starter = application.operation().map(Wording::starter).orElse("an unknown user");
      return Optional.of(
          LiveVerdict.waiting(
              Point.ENDED_WELL,
              "An operation of " + starter + " has not begun yet.",
              "Wait; when it does not begin, look at the application controller."));
    }
    return Optional.of(running(state.get()));
  }

  private static LiveVerdict running(OperationState state) {
    String who = "The operation of " + Wording.starter(state);
    if (state.code() == PhaseCode.OTHER) {
      return LiveVerdict.unknown(
          Point.ENDED_WELL,
          who + " is in phase '" + Wording.cut(state.phase()) + "', which is not known here.",
          "Look at the application in Argo CD.");
    }
    String what =
        state.waitsForRetry()
            ? who + " has failed and is tried again, try " + (state.retryCount() + 1)
            : who + (state.code() == PhaseCode.RUNNING ? " runs" : " is being ended");
    return LiveVerdict.waiting(
        Point.ENDED_WELL,
        what + (state.message().isPresent() ? Wording.message(state) : "."),
        "Wait, or end the operation in Argo CD.");
  }

  static Optional<LiveVerdict> sameOperation(Application application, Expectation expected) {
    if (!expected.needsOurOperation(application)) {
      return Optional.empty();
    }
    Optional<OperationState> state = application.status().operationState();
    if (state.isEmpty()) {
      return Optional.of(
          LiveVerdict.waiting(
              Point.SAME_OPERATION,
              "Argo CD shows no operation.",
              "Wait; when none appears, " + syncAgain(application, expected)));
    }
    boolean ours =
        state
            .flatMap(OperationState::operation)
            .flatMap(operation -> operation.info(Expectation.NOTE))
            .filter(expected.operation()::equals)
            .isPresent();
    return ours
        ? Optional.empty()
        : Optional.of(
            LiveVerdict.waiting(
                Point.SAME_OPERATION,
                "An operation of "
                    + Wording.starter(state.get())
                    + " has taken the place of ours, so what it shows is not about ours.",
                "If this revision should still go, " + syncAgain(application, expected)));
  }

  private static String syncAgain(Application application, Expectation expected) {
    return "run: argocd app sync %s --revision %s --info %s=%s"
        .formatted(
            application.metadata().name(),
            expected.revision(),
            Expectation.NOTE,
            expected.operation());
  }

  static Optional<LiveVerdict> endedWell(Application application, Expectation expected) {
    Optional<OperationState> state =
        application
            .status()
            .operationState()
            .filter(s -> expected.needsOurOperation(application) || isAbout(s, expected));
    if (state.isEmpty()) {
      return Optional.empty();
    }
    if (state.get().code() != PhaseCode.SUCCEEDED) {
      return Optional.of(
          LiveVerdict.failed(
              Point.ENDED_WELL,
              Wording.sentence(
                  "The sync ended as "
                      + Wording.cut(state.get().phase())
                      + Wording.message(state.get())
                      + Wording.failures(state.get())),
              "Look at the failed objects or hooks of this operation in Argo CD."));
    }
    return state.get().syncResult().isPresent()
        ? Optional.empty()
        : Optional.of(
            LiveVerdict.unknown(
                Point.ENDED_WELL,
                "The sync ended as Succeeded without a result, which proves nothing.",
                "Sync the revision again in Argo CD (argo-cd issue 29636)."));
  }

  /** A dry run deploys nothing, so how it ended says nothing. */
  private static boolean isAbout(OperationState state, Expectation expected) {
    if (told(state).filter(SyncOperation::dryRun).isPresent()) {
      return false;
    }
    boolean done = state.syncResult().filter(r -> expected.isAt(r.allRevisions())).isPresent();
    return done || told(state).filter(s -> expected.isAt(s.allRevisions())).isPresent();
  }

  private static Optional<SyncOperation> told(OperationState state) {
    return state.operation().flatMap(Operation::sync);
  }

  static Optional<LiveVerdict> fullSync(Application application, Expectation expected) {
    Optional<OperationState> state = application.status().operationState();
    if (expected.needsOurOperation(application)) {
      return state.flatMap(s -> ours(application, s, expected));
    }
    Optional<OperationState> lesser =
        state
            .filter(s -> isAbout(s, expected))
            .filter(s -> told(s).filter(o -> o.isPartial() || !hooksRan(o)).isPresent());
    return lesser.isPresent() && !wasFullySynced(application, lesser.get(), expected)
        ? Optional.of(
            notFull(
                "Only a sync without hooks brought %s, of some objects or of all."
                    .formatted(expected.brief()),
                expected))
        : Optional.empty();
  }

  /** A sync without hooks gets an entry too, which begins when that operation began. */
  private static boolean wasFullySynced(
      Application application, OperationState lesser, Expectation expected) {
    return application.status().history().stream()
        .filter(entry -> expected.isAt(entry.allRevisions()))
        .anyMatch(entry -> !entry.deployStartedAt().equals(lesser.startedAt()));
  }

  private static Optional<LiveVerdict> ours(
      Application application, OperationState state, Expectation expected) {
    SyncResult result = state.syncResult().orElseThrow();
    Optional<SyncOperation> told = told(state);
    Optional<String> other = expected.unlike(result.allRevisions(), expected.revision()::equals);
    if (other.isPresent()) {
      String found = other.get();
      return Optional.of(
          notFull(
              "The sync deployed %s, not %s."
                  .formatted(
                      found.isEmpty() ? "no revision" : Wording.brief(found), expected.brief()),
              expected));
    }
    if (told.filter(s -> s.isPartial() || s.dryRun() || !hooksRan(s)).isPresent()) {
      return Optional.of(
          notFull("It was a partial sync, a dry run, or one without hooks.", expected));
    }
    boolean sameSources =
        result.allSources().isEmpty()
            || result.allSources().equals(application.spec().allSources());
    return sameSources
        ? Optional.empty()
        : Optional.of(
            notFull("The sources of the application were changed after the sync.", expected));
  }

  private static boolean hooksRan(SyncOperation told) {
    return told.syncStrategy().map(SyncStrategy::runsHooks).orElse(true);
  }

  private static LiveVerdict notFull(String what, Expectation expected) {
    return LiveVerdict.waiting(
        Point.FULL_SYNC, what, "Sync the whole application to " + expected.revision() + ".");
  }
}
