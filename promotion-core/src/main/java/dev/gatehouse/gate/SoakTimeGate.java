package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.Spans;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Holds a change until it has run in the stages before for the required time: in each of them where
 * the stage requires all, in one of them where any is enough.
 *
 * <p>A change that left the stage and comes back soaks again from zero; a clock that steps back
 * never opens the gate.
 */
public record SoakTimeGate() implements Gate {
  /** The hold. */
  public static final ReasonCode SOAK_TIME_NOT_MET = ReasonCode.of("soak-time-not-met");

  private static final NextStep WAIVER =
      new NextStep.Waive(Optional.empty(), GateName.SOAK_TIME.value());

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
    List<Stay> stays = stays(context);
    Optional<Stay> deciding = deciding(stays, context.plan().requires());
    Duration stayed = deciding.map(Stay::time).orElse(Duration.ZERO);
    if (deciding.isPresent() && stayed.compareTo(required) >= 0) {
      return new GateVerdict.Passed(List.of(deciding.get().stage() + " for " + Spans.text(stayed)));
    }
    String from = deciding.map(stay -> stay.stage().value()).orElse("the stage before");
    boolean left = deciding.map(Stay::over).orElse(false);
    Instant recheck = context.now().plus(left ? Duration.ofHours(1) : required.minus(stayed));
    return new GateVerdict.Pending(
        new Reason(
            SOAK_TIME_NOT_MET,
            "It has been in "
                + from
                + " for "
                + (stayed.isZero() ? "no time" : Spans.text(stayed))
                + " of the required "
                + Spans.text(required)
                + ".",
            context.where(),
            left
                ? "Another change took its place; promote it to "
                    + from
                    + " again, or ask for a waiver of soak-time."
                : "Wait until " + recheck + ". To go sooner, ask for a waiver of soak-time.",
            left ? List.of(WAIVER) : List.of(new NextStep.WaitUntil(recheck), WAIVER)),
        recheck);
  }

  /** How long the change has been in a stage; zero where it never succeeded. */
  private record Stay(StageName stage, Duration time, boolean over) {}

  private static List<Stay> stays(GateContext context) {
    return context.plan().after().stream()
        .map(
            stage ->
                context.passes().stream()
                    .filter(pass -> pass.counts() && pass.stage().equals(stage))
                    .map(pass -> new Stay(stage, stayed(pass, context.now()), left(pass)))
                    .max(Comparator.comparing(Stay::time))
                    .orElseGet(() -> new Stay(stage, Duration.ZERO, false)))
        .toList();
  }

  /** Where every stage is required the shortest stay decides, where any is enough the longest. */
  private static Optional<Stay> deciding(List<Stay> stays, Stage.Requires requires) {
    Comparator<Stay> byTime = Comparator.comparing(Stay::time);
    return requires == Stage.Requires.ALL ? stays.stream().min(byTime) : stays.stream().max(byTime);
  }

  private static boolean left(StagePass pass) {
    return pass.until().isPresent();
  }

  private static Duration stayed(StagePass pass, Instant now) {
    Duration stay = Duration.between(pass.since(), pass.until().orElse(now));
    return stay.isNegative() ? Duration.ZERO : stay;
  }
}
