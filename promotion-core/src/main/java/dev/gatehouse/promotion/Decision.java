package dev.gatehouse.promotion;

import dev.gatehouse.gate.GateResult;
import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the engine does next with a promotion; a value, not an act. */
public sealed interface Decision {
  /** The kind of decision; one constant per record. */
  enum Kind {
    MAKE_PLAN,
    HOLD,
    ADVANCE,
    AWAIT,
    FINISH_WAVE,
    ASK_WAY_BACK,
    ROLL_BACK,
    END
  }

  /** Returns the kind. */
  Kind kind();

  /** Make a plan and seal it. */
  record MakePlan(String because) implements Decision {
    @Override
    public Kind kind() {
      return Kind.MAKE_PLAN;
    }
  }

  /** Gates hold; look again at a time, or when someone acts. */
  record Hold(int wave, List<GateResult> results, Optional<Instant> recheckAt) implements Decision {
    /** Copies the list. */
    public Hold {
      results = List.copyOf(results);
    }

    @Override
    public Kind kind() {
      return Kind.HOLD;
    }
  }

  /** Every gate is open: start the wave. */
  record Advance(Wave wave, List<GateResult> results) implements Decision {
    /** Copies the list. */
    public Advance {
      results = List.copyOf(results);
    }

    @Override
    public Kind kind() {
      return Kind.ADVANCE;
    }
  }

  /** Others are at work, or a person is asked, or a wave bakes until a time. */
  record Await(List<TargetName> working, Optional<Instant> until) implements Decision {
    /** Copies the list. */
    public Await {
      working = List.copyOf(working);
    }

    @Override
    public Kind kind() {
      return Kind.AWAIT;
    }
  }

  /** The wave was watched long enough. */
  record FinishWave(int wave) implements Decision {
    @Override
    public Kind kind() {
      return Kind.FINISH_WAVE;
    }
  }

  /** Something failed and a person has to pick the rollback. */
  record AskWayBack(Reason reason) implements Decision {
    @Override
    public Kind kind() {
      return Kind.ASK_WAY_BACK;
    }
  }

  /** Revert these targets. */
  record RollBack(Reason reason, List<TargetName> targets) implements Decision {
    /** Copies the list. */
    public RollBack {
      targets = List.copyOf(targets);
    }

    @Override
    public Kind kind() {
      return Kind.ROLL_BACK;
    }
  }

  /** Nothing more will happen. */
  record End(PromotionPhase phase, Optional<Reason> reason, Optional<PromotionId> supersededBy)
      implements Decision {
    /** Ends a promotion that no other one retires. */
    public End(PromotionPhase phase, Optional<Reason> reason) {
      this(phase, reason, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.END;
    }
  }
}
