package dev.gatehouse.argo;

import dev.gatehouse.argo.live.LiveVerdict;
import dev.gatehouse.argo.live.Point;
import dev.gatehouse.argo.live.SyncedAndHealthy;
import dev.gatehouse.argo.window.Trigger;
import dev.gatehouse.argocd.client.RefreshKind;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.spi.LiveStateReader;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Returns whether a revision is synced and healthy on an Argo CD application, by the nine points of
 * {@link SyncedAndHealthy} on one strong read, seen to stay so for the settle time.
 *
 * <p>Thread-safe. While a watch runs it looks when something has changed, and else once a minute.
 */
final class ArgoLiveStateReader implements LiveStateReader {
  private static final Duration WATCHED = Duration.ofMinutes(1);
  private static final Duration UNWATCHED = Duration.ofSeconds(10);
  private static final Duration UNREAD = Duration.ofSeconds(30);
  private final ArgoCdParts parts;
  private final SyncWindowCheck windows;
  private final WaitMemory memory = new WaitMemory();

  ArgoLiveStateReader(ArgoCdParts parts) {
    this.parts = parts;
    this.windows = new SyncWindowCheck(parts.crons());
  }

  @Override
  public LiveState read(WrittenRevision written, Instant now) {
    ArgoRevision asked = ArgoRevision.of(written);
    Target target = written.target();
    ArgoCdShard shard = parts.shard().apply(target.shard());
    shard.watch().follow(asked.ref(), asked.key(), () -> parts.hints().lookAt(written));
    try {
      Application answer = shard.client().applications().get(asked.ref());
      LiveState state = judged(asked, shard, answer, now).observing(Observations.of(answer));
      if (state.status() == LiveState.Status.LIVE || state.status() == LiveState.Status.DEGRADED) {
        shard.watch().leave(asked.ref(), asked.key());
        memory.forget(asked.key());
      }
      return state;
    } catch (ApiException e) {
      Duration pause = e.failure().retryAfter().orElse(UNREAD);
      return not(LiveState.Status.UNKNOWN, ArgoReasons.of(e, target), now.plus(pause));
    }
  }

  @Override
  public Optional<Reason> illBefore(Target target, Instant now) {
    try {
      Application answer =
          parts.shard().apply(target.shard()).client().applications().get(ArgoRevision.ref(target));
      return SyncedAndHealthy.degraded(answer).map(standing -> ArgoReasons.of(standing, target));
    } catch (ApiException e) {
      return e.kind() == FailureKind.NOT_FOUND
          ? Optional.empty()
          : Optional.of(ArgoReasons.healthUnknown(e, target));
    }
  }

  private LiveState judged(ArgoRevision asked, ArgoCdShard shard, Application answer, Instant now)
      throws ApiException {
    LiveVerdict standing =
        SyncedAndHealthy.judge(answer, asked.expectation(asked.match(answer), parts.ancestry()));
    if (standing.point().filter(Point.COMPARED_SINCE::equals).isPresent()) {
      return compared(asked, shard, answer, standing, now);
    }
    return settled(asked, shard, answer, standing, now);
  }

  /** Asks once for a comparison, in a later second than the one in which the sync ended. */
  private LiveState compared(
      ArgoRevision asked, ArgoCdShard shard, Application answer, LiveVerdict standing, Instant now)
      throws ApiException {
    Instant due = memory.comparableAt(asked.key(), answer, now);
    if (now.isBefore(due)) {
      return not(standing.status(), ArgoReasons.of(standing, asked.written().target()), due);
    }
    if (memory.asksForComparison(asked.key(), answer, now)) {
      Optional<Application> again = refreshed(asked, shard);
      if (again.isPresent()) {
        return judged(asked, shard, again.get(), now);
      }
    }
    return settled(asked, shard, answer, standing, now);
  }

  /** Argo CD may never answer a refresh; then what was read before counts. */
  private Optional<Application> refreshed(ArgoRevision asked, ArgoCdShard shard)
      throws ApiException {
    try {
      return Optional.of(
          shard
              .client()
              .applications()
              .refresh(asked.ref(), RefreshKind.NORMAL, parts.refreshDeadline()));
    } catch (ApiException e) {
      if (e.kind() != FailureKind.TIMED_OUT) {
        throw e;
      }
      return Optional.empty();
    }
  }

  /** Neither good nor bad health counts the moment it is seen: it may be that of before. */
  private LiveState settled(
      ArgoRevision asked,
      ArgoCdShard shard,
      Application answer,
      LiveVerdict standing,
      Instant now) {
    Target target = asked.written().target();
    boolean aboutHealth =
        standing.isGood() || standing.point().filter(Point.HEALTHY::equals).isPresent();
    Instant settled =
        aboutHealth
            ? memory.settledAt(asked.key(), answer, asked.rules().settle(), now)
            : Instant.MIN;
    if (!aboutHealth) {
      memory.unsettle(asked.key());
    }
    boolean conclusive = standing.isGood() || standing.status() == LiveState.Status.DEGRADED;
    if (aboutHealth && conclusive && now.isBefore(settled)) {
      return not(LiveState.Status.PROGRESSING, settling(answer, asked), settled).whenSynced();
    }
    if (standing.isGood()) {
      return LiveState.LIVE;
    }
    Instant again = now.plus(shard.watch().isAlive() ? WATCHED : UNWATCHED);
    return heldByWindow(asked, shard, answer, standing, now)
        .map(closed -> not(standing.status(), closed.reason(), earlier(closed.recheckAt(), again)))
        .orElseGet(
            () ->
                withSync(
                    not(standing.status(), ArgoReasons.of(standing, target), again), aboutHealth));
  }

  /** Health is the last thing that is checked, so what is before it is as it should be. */
  private static LiveState withSync(LiveState state, boolean aboutHealth) {
    return aboutHealth ? state.whenSynced() : state;
  }

  /** An automatic sync that a window holds back leaves no trace in the application. */
  private Optional<SyncOutcome.Later> heldByWindow(
      ArgoRevision asked,
      ArgoCdShard shard,
      Application answer,
      LiveVerdict standing,
      Instant now) {
    if (standing.point().filter(Point.IN_SYNC::equals).isEmpty() || !answer.isAutoSyncOn()) {
      return Optional.empty();
    }
    try {
      return windows.closed(
          shard.client(), asked.written().target(), asked.ref(), Trigger.BY_ITSELF, now);
    } catch (ApiException e) {
      return Optional.empty();
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static LiveState not(LiveState.Status status, Reason reason, Instant again) {
    return new LiveState(status, Optional.of(reason), Optional.of(again));
  }

  private static Reason settling(Application answer, ArgoRevision asked) {
    return ArgoReasons.settling(
        asked.written().target(), answer.status().health().status(), asked.rules().settle());
  }
}
