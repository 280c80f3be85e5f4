package dev.gatehouse.history;

import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Rollback;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.RunHandle;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.util.List;
import java.util.Optional;

/**
 * Something that happened to a promotion; the only source of truth. Immutable; new kinds are added,
 * none is altered.
 */
public sealed interface PromotionEvent extends LedgerEvent {
  /** The kind of event; one constant per record. */
  enum Type {
    PROPOSED,
    JOINED,
    PLAN_SEALED,
    APPROVED,
    REJECTED,
    CONFIRMED,
    WAIVER_GRANTED,
    WAIVER_CONFIRMED,
    APPROVAL_REVOKED,
    WAIVER_REVOKED,
    EVIDENCE_RECORDED,
    GATES_JUDGED,
    WAVE_STARTED,
    TARGET_SEEN_BEFORE,
    TARGET_RUN_INTENDED,
    TARGET_RUN_STARTED,
    TARGET_RUN_NOT_STARTED,
    TARGET_WRITTEN,
    TARGET_SYNC_ASKED,
    TARGET_SYNCED,
    TARGET_LIVE,
    TARGET_WATCHED,
    TARGET_DEGRADED,
    TARGET_FAILED,
    TARGET_SKIPPED,
    TARGET_WAITING,
    PLAN_DRIFTED,
    WAVE_BAKED,
    WAY_BACK_ASKED,
    WAY_BACK_CHOSEN,
    ROLL_BACK_STARTED,
    TARGET_REVERTED,
    ABORT_REQUESTED,
    ENDED,
    FORGOTTEN
  }

  /** Returns the kind: the constant with the name of the record. */
  default Type type() {
    return EventTypes.of(getClass());
  }

  /**
   * A change is proposed for a stage.
   *
   * @param change the change; of a rollback the one that comes back
   * @param stage the stage
   * @param rollback what is taken back; empty for a change that goes forward
   */
  record Proposed(Change change, StageName stage, Optional<Rollback> rollback)
      implements PromotionEvent {
    /** A change that goes forward. */
    public Proposed(Change change, StageName stage) {
      this(change, stage, Optional.empty());
    }
  }

  /** The same change was proposed again while it was open; its authors count from now on. */
  record Joined(List<Author> authors) implements PromotionEvent {
    /** Copies the list. */
    public Joined {
      authors = List.copyOf(authors);
    }
  }

  /**
   * A plan was made and sealed; it replaces any plan before and voids what was signed under that.
   *
   * @param rules the digest of the rules that it was made by; empty in ledgers of before
   */
  record PlanSealed(Plan plan, PlanHash hash, String because, Optional<String> rules)
      implements PromotionEvent {}

  /** A person signed the plan. */
  record Approved(PlanHash planHash, String comment) implements PromotionEvent {}

  /** A person refused the change. */
  record Rejected(String why) implements PromotionEvent {}

  /** A person typed what is at stake. */
  record Confirmed(String typed) implements PromotionEvent {}

  /** Someone lifted a gate. */
  record WaiverGranted(Waiver waiver) implements PromotionEvent {}

  /** A second person confirms the waiver of this gate. */
  record WaiverConfirmed(GateName gate) implements PromotionEvent {}

  /** Every approval of this person, and what they typed to confirm, was taken back. */
  record ApprovalRevoked(String of, String why) implements PromotionEvent {}

  /** Every waiver of this gate was taken back. */
  record WaiverRevoked(GateName gate, String why) implements PromotionEvent {}

  /** Someone brought a fact. */
  record EvidenceRecorded(Evidence evidence) implements PromotionEvent {}

  /**
   * The gates before a wave said something new, or were judged by new rules.
   *
   * @param wave the wave
   * @param results what they said
   * @param rules the digest of the rules in force
   */
  record GatesJudged(int wave, List<GateResult> results, Optional<String> rules)
      implements PromotionEvent {
    /** Copies the list. */
    public GatesJudged {
      results = List.copyOf(results);
    }
  }

  /**
   * The targets of a wave may be written now.
   *
   * @param wave the wave
   * @param looks how often each target has to be seen healthy before its bake is over; empty, as in
   *     old ledgers, when nobody has to look
   */
  record WaveStarted(Wave wave, Optional<Integer> looks) implements PromotionEvent {
    /** A wave whose bake ends by time and samples alone. */
    public WaveStarted(Wave wave) {
      this(wave, Optional.empty());
    }
  }

  /**
   * What was wrong with a target before it was written, so that its illness is not taken for one
   * that the change has caused; empty when it has become healthy since this was last recorded.
   */
  record TargetSeenBefore(TargetName target, Optional<Reason> ill) implements PromotionEvent {}

  /**
   * A run that writes the desired state of a target is about to be started at its control plane;
   * recorded before, so that a process that comes later looks for it instead of starting another.
   *
   * @param target the target
   * @param attempt 1 for the first run of this step of the target
   */
  record TargetRunIntended(TargetName target, int attempt) implements PromotionEvent {}

  /**
   * The run is known at the control plane.
   *
   * @param target the target
   * @param handle the name by which it is watched
   * @param adopted whether it was found there, because its start was not recorded
   */
  record TargetRunStarted(TargetName target, RunHandle handle, boolean adopted)
      implements PromotionEvent {}

  /** The intended run is not there and cannot come any more; another one may be started. */
  record TargetRunNotStarted(TargetName target) implements PromotionEvent {}

  /**
   * The desired state of a target is on its branch, by our commit or because it was there already.
   */
  record TargetWritten(TargetName target, Revision revision, boolean alreadyThere)
      implements PromotionEvent {}

  /** The control plane was asked to sync the revision, and has accepted. */
  record TargetSyncAsked(TargetName target) implements PromotionEvent {}

  /** The revision is applied to the target; its health is awaited, and its shard's slot is free. */
  record TargetSynced(TargetName target) implements PromotionEvent {}

  /** The revision is synced and healthy on the target. */
  record TargetLive(TargetName target) implements PromotionEvent {}

  /**
   * A live target was seen healthy while its wave bakes; recorded for each part of the bake's time.
   *
   * @param target the target
   * @param look counted from 1 in each bake
   */
  record TargetWatched(TargetName target, int look) implements PromotionEvent {}

  /** A target that was live degraded while its wave was watched; no later wave starts. */
  record TargetDegraded(TargetName target, Reason reason) implements PromotionEvent {}

  /**
   * The target cannot be brought there.
   *
   * @param target the target
   * @param reason why
   * @param fault where the fault lies; empty, as in old ledgers, when it is the change's
   */
  record TargetFailed(TargetName target, Reason reason, Optional<Fault> fault)
      implements PromotionEvent {
    /** Where the fault of a failed target lies. */
    public enum Fault {
      CHANGE,
      /** A remote, a control plane, a file or a definition; nothing live is reverted for it. */
      ELSEWHERE
    }

    /** A target that failed because of the change. */
    public TargetFailed(TargetName target, Reason reason) {
      this(target, reason, Optional.empty());
    }
  }

  /** The target was not written because the promotion was stopped first. */
  record TargetSkipped(TargetName target) implements PromotionEvent {}

  /** The target waits for something: a free slot on its shard, a remote, a control plane. */
  record TargetWaiting(TargetName target, Reason reason) implements PromotionEvent {}

  /** What would be written is no longer what was planned; a new plan is needed. */
  record PlanDrifted(TargetName target, Reason reason) implements PromotionEvent {}

  /** A wave was watched long enough. */
  record WaveBaked(int wave) implements PromotionEvent {}

  /** A person has to pick the rollback. */
  record WayBackAsked(Reason reason) implements PromotionEvent {}

  /** A person picked the rollback. */
  record WayBackChosen(Choice choice, String why) implements PromotionEvent {
    /** The two ways a person can pick. */
    public enum Choice {
      REVERT,
      FORWARD
    }
  }

  /** These targets are reverted. */
  record RollBackStarted(Reason reason, List<TargetName> targets) implements PromotionEvent {
    /** Copies the list. */
    public RollBackStarted {
      targets = List.copyOf(targets);
    }
  }

  /**
   * What this promotion wrote to a target is taken back.
   *
   * @param target the target
   * @param revision the commit that holds the state now
   * @param left what was changed again since and is left as it is
   */
  record TargetReverted(TargetName target, Optional<Revision> revision, Optional<Reason> left)
      implements PromotionEvent {
    /** A target on which nothing was left out. */
    public TargetReverted(TargetName target, Optional<Revision> revision) {
      this(target, revision, Optional.empty());
    }
  }

  /** Someone wants it stopped; targets in flight settle first. */
  record AbortRequested(String why) implements PromotionEvent {}

  /** Nothing more will happen. */
  record Ended(PromotionPhase phase, Optional<Reason> reason, Optional<PromotionId> supersededBy)
      implements PromotionEvent {}

  /**
   * An administrator removed a value from the texts of an ended promotion; the hashes of the rows
   * stay.
   *
   * @param rows the rows whose text is no longer the one that their hash covers
   * @param why the reason
   */
  record Forgotten(List<Row> rows, String why) implements PromotionEvent {
    /** A row: its place, its hash over the old text, {@link HashChain#digest} of the new one. */
    public record Row(long version, String hash, String digest) {}

    /** Copies the list. */
    public Forgotten {
      rows = List.copyOf(rows);
    }
  }
}
