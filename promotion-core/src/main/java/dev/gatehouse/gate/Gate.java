package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;
import java.util.Set;

/** One condition for going on; pure and thread-safe. Adding one is described in CONTRIBUTING.md. */
public interface Gate {
  /** Returns the name by which a waiver lifts it. */
  GateName name();

  /** Judges the context; anything it cannot know is inconclusive, which holds. */
  GateVerdict judge(GateContext context);

  /**
   * Judges the context of a promotion that has started; what was enough at the start may have grown
   * old since.
   */
  default GateVerdict judgeAgain(GateContext context) {
    return judge(context);
  }

  /**
   * Judges the context of a wave that bakes; asked only of a gate that names this moment. Unless it
   * says more, what it asks before every wave.
   */
  default GateVerdict judgeWhileBaking(GateContext context) {
    return judgeAgain(context);
  }

  /** Returns when it is asked; before the start unless it says more. */
  default Set<Moment> moments() {
    return Set.of(Moment.BEFORE_START);
  }

  /** When a gate is asked. */
  enum Moment {
    /** Before anything of the change is written. */
    BEFORE_START("before the start"),
    /**
     * Before every later wave, and before each target of a wave that has started. It is asked for
     * the next wave while the wave before bakes, so that a hold is recorded when it begins.
     */
    BEFORE_WAVE("before every wave"),
    /**
     * While a wave bakes, the last one included: the bake is not over while it holds, and what the
     * plan says of a failure follows when it refuses.
     */
    WHILE_BAKING("while baking");

    private final String words;

    Moment(String words) {
      this.words = words;
    }

    /** Returns the words for people. */
    public String words() {
      return words;
    }
  }
}
