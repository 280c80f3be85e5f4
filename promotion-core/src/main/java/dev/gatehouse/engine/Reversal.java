package dev.gatehouse.engine;

import dev.gatehouse.change.Revision;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.promotion.RevertFailed;
import dev.gatehouse.reason.PlatformException;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.spi.DesiredStateWriter;
import dev.gatehouse.spi.SyncOutcome;
import dev.gatehouse.spi.WriteOutcome;
import dev.gatehouse.spi.WriteRequest;
import dev.gatehouse.spi.WrittenRevision;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes back what was written to one target: a revert in Git and its sync; where Git refuses, the
 * control plane may still have what runs go back. Thread-safe.
 */
record Reversal(DesiredStateWriter writer, ControlPlanes planes) {
  private static final Duration RETRY = Duration.ofSeconds(5);

  /** Either the event that ends it, or why it waits. */
  record Progress(Optional<PromotionEvent> end, Optional<SyncOutcome.Later> later) {
    private static Progress ends(PromotionEvent event) {
      return new Progress(Optional.of(event), Optional.empty());
    }

    private static Progress fails(TargetName target, Reason why) {
      return ends(new PromotionEvent.TargetFailed(target, why));
    }
  }

  static Progress nothingToDo(TargetName target) {
    return Progress.ends(new PromotionEvent.TargetReverted(target, Optional.empty()));
  }

  Progress carryOut(WriteRequest request, WrittenRevision written, Instant now) {
    WriteOutcome outcome = writer.revert(request, written.revision());
    return switch (outcome.kind()) {
      case WRITTEN -> reverted(written, (WriteOutcome.Written) outcome, now);
      case DRIFTED -> rollBack(written, ((WriteOutcome.Drifted) outcome).reason(), now);
      case HELD -> held(written, (WriteOutcome.Held) outcome, now);
      case REFUSED -> rollBack(written, ((WriteOutcome.Refused) outcome).reason(), now);
    };
  }

  /** Where someone has to ask for a sync, the rollback needs one as the way forth did. */
  private Progress reverted(WrittenRevision written, WriteOutcome.Written undone, Instant now) {
    Revision revision = undone.revision();
    TargetName target = written.target().name();
    WrittenRevision back =
        new WrittenRevision(written.promotion(), written.target(), revision, written.at());
    SyncOutcome outcome = planes.syncer(written.target()).sync(back, now);
    return switch (outcome.kind()) {
      case LATER -> later(outcome);
      case REFUSED ->
          Progress.fails(
              target, RevertFailed.notSynced(target, ((SyncOutcome.Refused) outcome).reason()));
      case ASKED, NOT_NEEDED ->
          Progress.ends(
              new PromotionEvent.TargetReverted(target, Optional.of(revision), undone.left()));
    };
  }

  /** What may pass is waited for, like a remote that does not answer; a race for any time. */
  private Progress held(WrittenRevision written, WriteOutcome.Held held, Instant now) {
    return switch (held.cause()) {
      case RACE -> later(new SyncOutcome.Later(held.reason(), now.plus(RETRY)));
      case OUTAGE -> throw new PlatformException(held.reason());
      case REFUSAL -> rollBack(written, held.reason(), now);
    };
  }

  /** Git is not reverted; what runs may still go back, where the control plane can do so. */
  private Progress rollBack(WrittenRevision written, Reason refusal, Instant now) {
    TargetName target = written.target().name();
    SyncOutcome outcome = planes.syncer(written.target()).rollBack(written, now);
    return switch (outcome.kind()) {
      case LATER -> later(outcome);
      case ASKED -> Progress.fails(target, RevertFailed.rolledBack(target, refusal));
      case REFUSED ->
          Progress.fails(
              target,
              RevertFailed.inNoWay(target, refusal, ((SyncOutcome.Refused) outcome).reason()));
      case NOT_NEEDED -> Progress.fails(target, RevertFailed.of(target, refusal));
    };
  }

  private static Progress later(SyncOutcome outcome) {
    return new Progress(Optional.empty(), Optional.of((SyncOutcome.Later) outcome));
  }
}
