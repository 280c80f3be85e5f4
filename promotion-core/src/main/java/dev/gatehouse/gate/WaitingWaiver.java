package dev.gatehouse.gate;

import dev.gatehouse.approval.Waiver;
import dev.gatehouse.approval.WaiverCheck;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import java.util.List;
import java.util.Optional;

/** Adds to a hold that a waiver of the gate waits for its second person. */
final class WaitingWaiver {
  private WaitingWaiver() {}

  static GateVerdict saidBy(GateVerdict verdict, GateName gate, GateContext context) {
    List<Waiver> waiting =
        WaiverCheck.unconfirmed(
            context.plan(),
            context.involved(),
            context.waivers(),
            gate,
            context.directory(),
            context.now());
    if (waiting.isEmpty()) {
      return verdict;
    }
    String what = " A waiver by " + waiting.get(0).grantedBy() + " waits for a second person.";
    return switch (verdict.outcome()) {
      case PENDING -> {
        GateVerdict.Pending pending = (GateVerdict.Pending) verdict;
        yield new GateVerdict.Pending(added(pending.reason(), what, gate), pending.recheckAt());
      }
      case INCONCLUSIVE -> {
        GateVerdict.Inconclusive open = (GateVerdict.Inconclusive) verdict;
        yield new GateVerdict.Inconclusive(added(open.reason(), what, gate), open.recheckAt());
      }
      case FAILED ->
          new GateVerdict.Failed(added(((GateVerdict.Failed) verdict).reason(), what, gate));
      default -> verdict;
    };
  }

  private static Reason added(Reason reason, String what, GateName gate) {
    return reason
        .saying(reason.what() + what, reason.where())
        .then(
            "Another person can confirm the waiver.",
            new NextStep.ConfirmWaiver(Optional.empty(), gate.value()));
  }
}
