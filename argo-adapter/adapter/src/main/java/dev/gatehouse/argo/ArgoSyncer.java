package dev.gatehouse.argo;

import dev.gatehouse.argo.application.ArgoApplication;
import dev.gatehouse.argo.live.Expectation;
import dev.gatehouse.argo.live.SourceMatch;
import dev.gatehouse.argo.window.Trigger;
import dev.gatehouse.argocd.client.Applications;
import dev.gatehouse.argocd.client.ArgoCdClient;
import dev.gatehouse.argocd.client.RefreshKind;
import dev.gatehouse.argocd.client.RevisionPatch;
import dev.gatehouse.argocd.model.Application;
import dev.gatehouse.argocd.model.ApplicationRef;
import dev.gatehouse.argocd.model.ApplicationSource;
import dev.gatehouse.argocd.model.Operation;
import dev.gatehouse.argocd.model.OperationState;
import dev.gatehouse.argocd.model.SyncRequest;
import dev.gatehouse.http.ApiException;
import dev.gatehouse.http.FailureKind;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.Syncer;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.Target;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Has revisions synced, in the way that each target says: by Argo CD automatically, asked for at
 * the revision, or by moving the revision that the application is pinned to.
 *
 * <p>Asks at most once: our id is in the notes of the operation, so that another process sees that
 * it was asked. Thread-safe.
 */
final class ArgoSyncer implements Syncer {
  private static final Duration UNUSABLE = Duration.ofMinutes(1);
  private final ArgoCdParts parts;
  private final SyncWindowCheck windows;

  ArgoSyncer(ArgoCdParts parts) {
    this.parts = parts;
    this.windows = new SyncWindowCheck(parts.crons());
  }

  @Override
  public Optional<SyncOutcome.Later> hold(Target target, Instant now) {
    ArgoApplication.Sync way = ArgoRevision.rules(target).sync();
    ArgoCdClient client = parts.shard().apply(target.shard()).client();
    ApplicationRef ref = ArgoRevision.ref(target);
    try {
      Application answer = client.applications().get(ref);
      if (answer.spec().sourceHydrator().isPresent()) {
        return Optional.of(new SyncOutcome.Later(ArgoReasons.hydrated(target), now.plus(UNUSABLE)));
      }
      Optional<SyncOutcome.Later> elsewhere = elsewhere(target, answer, now);
      if (elsewhere.isPresent()) {
        return elsewhere;
      }
      boolean byItself =
          way == ArgoApplication.Sync.AUTOMATIC
              || (way == ArgoApplication.Sync.PINNED && answer.isAutoSyncOn());
      Trigger trigger = byItself ? Trigger.BY_ITSELF : Trigger.BY_HAND;
      return windows.closed(client, target, ref, trigger, now);
    } catch (ApiException e) {
      return Optional.empty();
    }
  }

  /** Nothing is written or asked for while the application does not read the target's folder. */
  private static Optional<SyncOutcome.Later> elsewhere(
      Target target, Application answer, Instant now) {
    SourceMatch match = SourceMatch.of(answer, target);
    Optional<SourceMatch.Difference> unpinnable =
        ArgoRevision.rules(target).sync() == ArgoApplication.Sync.PINNED
            ? match.unpinnable(answer, target)
            : Optional.empty();
    return match
        .difference()
        .or(() -> unpinnable)
        .map(found -> ArgoReasons.otherSource(found, target))
        .map(reason -> new SyncOutcome.Later(reason, now.plus(UNUSABLE)));
  }

  @Override
  public SyncOutcome sync(WrittenRevision written, Instant now) {
    ArgoRevision asked = ArgoRevision.of(written);
    ArgoCdShard shard = parts.shard().apply(written.target().shard());
    try {
      return switch (asked.rules().sync()) {
        case AUTOMATIC -> refresh(asked, shard.client().applications());
        case REQUESTED -> request(asked, shard, read(asked, shard), now);
        case PINNED -> pin(asked, shard, now);
      };
    } catch (ApiException e) {
      return SyncFailure.of(asked, e, now);
    }
  }

  private static Application read(ArgoRevision asked, ArgoCdShard shard) throws ApiException {
    return shard.client().applications().get(asked.ref());
  }

  /** One look at Git now instead of at the next poll; that it takes long changes nothing. */
  private SyncOutcome refresh(ArgoRevision asked, Applications applications) throws ApiException {
    try {
      applications.refresh(asked.ref(), RefreshKind.NORMAL, parts.refreshDeadline());
    } catch (ApiException e) {
      if (e.kind() != FailureKind.TIMED_OUT) {
        throw e;
      }
    }
    return new SyncOutcome.Asked();
  }

  private SyncOutcome request(
      ArgoRevision asked, ArgoCdShard shard, Application answer, Instant now) throws ApiException {
    Target target = asked.written().target();
    SourceMatch match = asked.match(answer);
    if (match.difference().isPresent()) {
      return elsewhere(target, answer, now).orElseThrow();
    }
    if (wasAsked(answer, asked, match.index())) {
      return new SyncOutcome.Asked();
    }
    if (answer.operation().isPresent()) {
      return SyncFailure.busy(asked, now);
    }
    if (answer.isAutoSyncOn() && asked.rules().sync() == ArgoApplication.Sync.REQUESTED) {
      return new SyncOutcome.Refused(ArgoReasons.autoSync(target));
    }
    Optional<SyncOutcome.Later> closed =
        windows.closed(shard.client(), target, asked.ref(), Trigger.BY_HAND, now);
    if (closed.isPresent()) {
      return closed.get();
    }
    shard.client().applications().sync(asked.ref(), request(asked, answer, match));
    return new SyncOutcome.Asked();
  }

  /** Returns whether the operation that is waited for, runs or ran last is this one. */
  private static boolean wasAsked(Application answer, ArgoRevision asked, int source) {
    Stream<Operation> operations =
        Stream.concat(
            answer.operation().stream(),
            answer.status().operationState().flatMap(OperationState::operation).stream());
    return operations.anyMatch(
        operation ->
            operation.info(Expectation.NOTE).filter(asked.operation()::equals).isPresent()
                && operation
                    .sync()
                    .filter(sync -> asked.isAt(sync.allRevisions(), source))
                    .isPresent());
  }

  /** Every source is named with its revision: one that is left out may bring a stale one along. */
  private static SyncRequest request(ArgoRevision asked, Application answer, SourceMatch match) {
    SyncRequest.Builder request = SyncRequest.builder().info(Expectation.NOTE, asked.operation());
    List<ApplicationSource> sources = answer.spec().allSources();
    if (!answer.spec().isMultiSource()) {
      return request.revision(asked.revision()).build();
    }
    for (int i = 0; i < sources.size(); i++) {
      String other = sources.get(i).targetRevision().orElse("HEAD");
      request.revision(i + 1L, match.together().contains(i) ? asked.revision() : other);
    }
    return request.build();
  }

  private SyncOutcome pin(ArgoRevision asked, ArgoCdShard shard, Instant now) throws ApiException {
    Application answer = read(asked, shard);
    Target target = asked.written().target();
    Optional<SyncOutcome.Later> elsewhere = elsewhere(target, answer, now);
    if (elsewhere.isPresent()) {
      return elsewhere.get();
    }
    List<RevisionPatch> moves = moves(asked, answer);
    if (!moves.isEmpty()) {
      answer = shard.client().applications().patchTargetRevisions(asked.ref(), moves);
    }
    return answer.isAutoSyncOn()
        ? refresh(asked, shard.client().applications())
        : request(asked, shard, answer, now);
  }

  /** All sources of the repository move in one patch: Argo CD may look between two. */
  private static List<RevisionPatch> moves(ArgoRevision asked, Application answer) {
    List<ApplicationSource> sources = answer.spec().allSources();
    Optional<String> wanted = Optional.of(asked.revision());
    return asked.match(answer).together().stream()
        .filter(i -> !sources.get(i).targetRevision().equals(wanted))
        .map(
            i ->
                new RevisionPatch(
                    answer.spec().isMultiSource() ? Optional.of(i) : Optional.empty(),
                    sources.get(i).targetRevision(),
                    asked.revision()))
        .toList();
  }

  @Override
  public SyncOutcome rollBack(WrittenRevision failed, Instant now) {
    ArgoRevision asked = ArgoRevision.of(failed);
    ArgoCdShard shard = parts.shard().apply(failed.target().shard());
    try {
      Application answer = read(asked, shard);
      if (answer.isAutoSyncOn()) {
        return new SyncOutcome.NotNeeded();
      }
      return ArgoRollback.of(asked, answer).carryOut(shard, now);
    } catch (ApiException e) {
      return SyncFailure.of(asked, e, now);
    }
  }
}
