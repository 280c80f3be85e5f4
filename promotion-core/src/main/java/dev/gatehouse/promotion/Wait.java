package dev.gatehouse.promotion;

import dev.gatehouse.reason.NextStep;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a promotion waits for, in the words that every host shows.
 *
 * @param kind what sort of thing it is
 * @param target the target that waits; empty when the whole promotion does
 * @param what what it waits for
 * @param until when the wait ends or, for a machine, when a person is asked; empty when no time is
 *     known
 * @param holder who or what holds it
 * @param end what would end it
 * @param steps the same as values; empty when no act of ours ends it
 */
public record Wait(
    Kind kind,
    Optional<TargetName> target,
    String what,
    Optional<Instant> until,
    String holder,
    String end,
    List<NextStep> steps) {
  /** Copies the list. */
  public Wait {
    steps = List.copyOf(steps);
  }

  /** What sort of thing is waited for. */
  public enum Kind {
    /** A gate opens: by people, facts or time. */
    GATE,
    /** A person decides how it continues. */
    PERSON,
    /** A wave is watched. */
    BAKE,
    /** A remote, a control plane or a free slot of a shard. */
    MACHINE,
    /** A process of ours takes the next step. */
    PROCESS
  }

  /** Says it in one line. */
  public String line(Instant now) {
    return target.map(name -> name + ": ").orElse("")
        + what
        + until
            .filter(at -> kind == Kind.MACHINE || kind == Kind.GATE)
            .map(at -> " (until " + Baking.clock(at, now) + ")")
            .orElse("");
  }
}
