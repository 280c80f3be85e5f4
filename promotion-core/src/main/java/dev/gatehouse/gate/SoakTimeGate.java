package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds a change until it has run in a stage before for the required time.
 *
 * <p>A change that left the stage and comes back soaks again from zero; a clock that steps back
 * never opens the gate.
 */
public record SoakTimeGate() implements Gate {
  /** The hold. */
  public static final ReasonCode SOAK_TIME_NOT_MET = ReasonCode.of("soak-time-not-met");

  @Override
  public GateName name() {
    return GateName.SOAK_TIME;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    Duration required = context.plan().soak();
    if (required.isZero()) {
      return new GateVerdict.Passed(List.of("no soak time asked"));
    }
    Optional<StagePass> longest =
        context.passes().stream()
            .filter(pass -> context.plan().after().contains(pass.stage()))
            .max(Comparator.comparing(pass -> stayed(pass, context.now())));
    Duration stayed = longest.map(pass -> stayed(pass, context.now())).orElse(Duration.ZERO);
    if (longest.isPresent() && stayed.compareTo(required) >= 0) {
      return new GateVerdict.Passed(List.of(longest.get().stage() + " for " + stayed));
    }
    String from = longest.map(pass -> pass.stage().value()).orElse("the stage before");
    boolean left = longest.flatMap(StagePass::until).isPresent();
    Instant recheck = context.now().plus(left ? Duration.ofHours(1) : required.minus(stayed));
    return new GateVerdict.Pending(
        new Reason(
            SOAK_TIME_NOT_MET,
            "It has been in "
                + from
                + " for "
                + Spans.text(stayed)
                + " of the required "
                + Spans.text(required)
                + ".",
            context.where(),
            left
                ? "Another change took its place; promote it to "
                    + from
                    + " again, or ask for a waiver of soak-time."
                : "Wait; it is looked at again at "
                    + recheck
                    + ". To go sooner, ask for a waiver of soak-time."),
        recheck);
  }

  private static Duration stayed(StagePass pass, Instant now) {
    Duration stay = Duration.between(pass.since(), pass.until().orElse(now));
    return stay.isNegative() ? Duration.ZERO : stay;
  }
}
