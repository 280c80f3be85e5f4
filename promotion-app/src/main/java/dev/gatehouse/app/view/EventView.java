package dev.gatehouse.app.view;

import dev.gatehouse.change.Author;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Collectors;

/** Shows one event of a history as a line of progress. */
public final class EventView {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss'Z'", java.util.Locale.ROOT).withZone(ZoneOffset.UTC);

  private EventView() {}

  /** Returns the line with its time. */
  public static String line(Recorded recorded) {
    return time(recorded.at())
        + "  "
        + text(recorded.event())
        + (recorded.by().kind() == dev.gatehouse.identity.Actor.Kind.SERVICE
            ? ""
            : " by " + recorded.by().id());
  }

  /** Returns a time as lines of progress begin with it. */
  public static String time(Instant at) {
    return TIME.format(at);
  }

  private static String text(PromotionEvent event) {
    return switch (event.type()) {
      case PROPOSED -> "proposed";
      case JOINED -> "proposed again" + authors((PromotionEvent.Joined) event);
      case PLAN_SEALED -> "planned: " + ((PromotionEvent.PlanSealed) event).hash().brief();
      case APPROVED -> "approved";
      case REJECTED -> "rejected";
      case CONFIRMED -> "confirmed";
      case WAIVER_GRANTED ->
          "waiver of " + ((PromotionEvent.WaiverGranted) event).waiver().gate() + " granted";
      case WAIVER_CONFIRMED ->
          "waiver of " + ((PromotionEvent.WaiverConfirmed) event).gate() + " confirmed";
      case APPROVAL_REVOKED ->
          "approval by " + ((PromotionEvent.ApprovalRevoked) event).of() + " revoked";
      case WAIVER_REVOKED ->
          "waiver of " + ((PromotionEvent.WaiverRevoked) event).gate() + " revoked";
      case EVIDENCE_RECORDED ->
          "fact " + ((PromotionEvent.EvidenceRecorded) event).evidence().check();
      case GATES_JUDGED -> judged((PromotionEvent.GatesJudged) event);
      case WAVE_STARTED -> "wave " + started((PromotionEvent.WaveStarted) event);
      case WAVE_BAKED -> "wave " + ((PromotionEvent.WaveBaked) event).wave() + " baked";
      case ENDED -> ended((PromotionEvent.Ended) event);
      default -> target(event);
    };
  }

  private static String authors(PromotionEvent.Joined joined) {
    return joined.authors().isEmpty()
        ? ""
        : ", also written by "
            + joined.authors().stream().map(Author::id).collect(Collectors.joining(", "));
  }

  private static String target(PromotionEvent event) {
    return switch (event.type()) {
      case TARGET_RUN_INTENDED ->
          ((PromotionEvent.TargetRunIntended) event).target() + " about to start a run";
      case TARGET_RUN_STARTED -> run((PromotionEvent.TargetRunStarted) event);
      case TARGET_RUN_NOT_STARTED ->
          ((PromotionEvent.TargetRunNotStarted) event).target() + " no run was started";
      case TARGET_WRITTEN -> written((PromotionEvent.TargetWritten) event);
      case TARGET_SYNC_ASKED ->
          ((PromotionEvent.TargetSyncAsked) event).target() + " sync asked for";
      case TARGET_DEGRADED -> {
        PromotionEvent.TargetDegraded ill = (PromotionEvent.TargetDegraded) event;
        yield ill.target() + " degraded while it was watched: " + ill.reason().what();
      }
      case TARGET_WATCHED -> {
        PromotionEvent.TargetWatched watched = (PromotionEvent.TargetWatched) event;
        yield watched.target() + " seen healthy while its wave bakes, look " + watched.look();
      }
      case TARGET_LIVE -> ((PromotionEvent.TargetLive) event).target() + " live";
      case TARGET_FAILED -> {
        PromotionEvent.TargetFailed failed = (PromotionEvent.TargetFailed) event;
        yield failed.target() + " failed: " + failed.reason().what();
      }
      case TARGET_SKIPPED -> ((PromotionEvent.TargetSkipped) event).target() + " skipped";
      case TARGET_WAITING -> {
        PromotionEvent.TargetWaiting waiting = (PromotionEvent.TargetWaiting) event;
        yield waiting.target() + " waits: " + waiting.reason().what();
      }
      case TARGET_SEEN_BEFORE -> seenBefore((PromotionEvent.TargetSeenBefore) event);
      case TARGET_SYNCED ->
          ((PromotionEvent.TargetSynced) event).target() + " synced, health is awaited";
      default -> wayBack(event);
    };
  }

  private static String wayBack(PromotionEvent event) {
    return switch (event.type()) {
      case PLAN_DRIFTED ->
          "the desired state moved: " + ((PromotionEvent.PlanDrifted) event).reason().what();
      case WAY_BACK_ASKED ->
          "a person must choose revert or fix forward: "
              + ((PromotionEvent.WayBackAsked) event).reason().what();
      case WAY_BACK_CHOSEN -> "way back: " + ((PromotionEvent.WayBackChosen) event).choice();
      case ROLL_BACK_STARTED ->
          "rolling back " + names(((PromotionEvent.RollBackStarted) event).targets());
      case TARGET_REVERTED -> {
        PromotionEvent.TargetReverted reverted = (PromotionEvent.TargetReverted) event;
        yield reverted.target()
            + " reverted"
            + reverted.left().map(left -> "; " + left.what()).orElse("");
      }
      case ABORT_REQUESTED -> "abort asked";
      case FORGOTTEN -> {
        PromotionEvent.Forgotten forgotten = (PromotionEvent.Forgotten) event;
        yield "a value was removed from " + forgotten.rows().size() + " rows: " + forgotten.why();
      }
      default -> event.type().name();
    };
  }

  private static String run(PromotionEvent.TargetRunStarted run) {
    return run.target() + " run " + run.handle() + (run.adopted() ? " found" : " started");
  }

  private static String judged(PromotionEvent.GatesJudged judged) {
    String holding =
        judged.results().stream()
            .filter(result -> !result.verdict().opens())
            .map(result -> result.gate().value())
            .collect(Collectors.joining(", "));
    return holding.isEmpty() ? "all gates are open" : "held by " + holding;
  }

  private static String seenBefore(PromotionEvent.TargetSeenBefore seen) {
    return seen.target()
        + seen.ill()
            .map(ill -> " was not healthy before the write: " + ill.what())
            .orElse(" has become healthy before the write");
  }

  private static String started(PromotionEvent.WaveStarted started) {
    return started.wave().number() + " starts: " + names(started.wave().targets());
  }

  private static String written(PromotionEvent.TargetWritten written) {
    return written.target()
        + (written.alreadyThere() ? " was there at " : " written, commit ")
        + written.revision().brief();
  }

  private static String ended(PromotionEvent.Ended ended) {
    Optional<String> why = ended.reason().map(Reason::what);
    return ended.phase() + why.map(text -> ": " + text).orElse("");
  }

  private static String names(java.util.List<TargetName> targets) {
    return targets.stream().map(TargetName::value).collect(Collectors.joining(", "));
  }
}
