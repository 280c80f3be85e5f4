package dev.gatehouse.gate;

import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Holds a change that cannot be undone until a person has typed what it is. */
public record ConfirmationGate() implements Gate {
  /** The hold. */
  public static final ReasonCode CONFIRMATION_MISSING = ReasonCode.of("confirmation-missing");

  private static final Duration RECHECK = Duration.ofHours(1);

  @Override
  public GateName name() {
    return GateName.CONFIRMATION;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    if (!context.plan().controls().typedConfirmation()) {
      return new GateVerdict.Passed(List.of("no confirmation asked"));
    }
    String phrase = phrase(context);
    if (isConfirmed(phrase, context)) {
      return new GateVerdict.Passed(List.of("confirmed: " + phrase));
    }
    return new GateVerdict.Pending(
        new Reason(
            CONFIRMATION_MISSING,
            "A person must type what is at stake, because this is "
                + context.plan().risk().label()
                + ".",
            context.where(),
            "Approve the plan and type '" + phrase + "' to confirm.",
            new NextStep.Approve(
                Optional.empty(), context.plan().hash().brief(), Optional.of(phrase))),
        context.now().plus(RECHECK));
  }

  private static boolean isConfirmed(String phrase, GateContext context) {
    boolean separated = context.plan().controls().approval().separationOfDuties();
    return context.confirmations().stream()
        .filter(confirmation -> confirmation.typed().equals(phrase))
        .map(confirmation -> confirmation.by().id())
        .anyMatch(by -> !(separated && context.involved().includes(by)));
  }

  /** The phrase names the plan, so that an old confirmation never covers a new plan. */
  private static String phrase(GateContext context) {
    return context.plan().change().application()
        + " to "
        + context.plan().stage()
        + " "
        + context.plan().hash().brief();
  }
}
