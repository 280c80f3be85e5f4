package dev.gatehouse.promotion;

import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.util.List;
import java.util.Optional;

/** The ends that are neither success nor a failed target, each with its reason. */
final class Endings {
  static final ReasonCode ABORTED = ReasonCode.of("aborted");
  static final ReasonCode SUPERSEDED = ReasonCode.of("superseded");
  static final ReasonCode UNSETTLED = ReasonCode.of("desired-state-unsettled");

  private Endings() {}

  static Reason aborted(PromotionId id, Actor by, String why) {
    return new Reason(
        ABORTED,
        by.id() + " stopped it: " + sentence(why.isBlank() ? "no reason given" : why.strip()),
        "promotion " + id,
        "Propose the change again if it is still needed.");
  }

  private static String sentence(String text) {
    return text.matches("(?s).*[.!?]") ? text : text + ".";
  }

  /** Ends an aborted promotion and names the targets that keep the change. */
  static Decision abort(Promotion promotion) {
    List<String> left =
        promotion.targets().values().stream()
            .filter(TargetState::holdsOurCommit)
            .map(t -> t.target().value())
            .toList();
    return new Decision.End(
        PromotionPhase.ABORTED,
        promotion
            .reason()
            .map(
                why ->
                    left.isEmpty()
                        ? why
                        : new Reason(
                            why.code(),
                            why.what() + " These targets keep it: " + String.join(", ", left) + ".",
                            why.where(),
                            "Promote another change there, or revert them by hand.")));
  }

  static Decision.End superseded(Promotion older, Promotion newer) {
    Reason reason =
        new Reason(
            SUPERSEDED,
            "A newer change, " + newer.change().id().brief() + ", was proposed for the same stage.",
            "promotion " + older.id() + ", stage " + older.stage(),
            "Follow " + newer.id() + ", or propose this change again.");
    return new Decision.End(PromotionPhase.ABORTED, Optional.of(reason), Optional.of(newer.id()));
  }

  /** Plans are not made forever: what keeps moving is for a person to look at. */
  static Decision unsettled(Promotion promotion) {
    Reason reason =
        new Reason(
            UNSETTLED,
            "What was to be written was no longer what was planned, "
                + promotion.drifts()
                + " times.",
            "promotion " + promotion.id() + ", stage " + promotion.stage(),
            "Find out who keeps changing these values, then promote again.");
    return promotion.holdsAnything()
        ? new Decision.AskWayBack(reason)
        : new Decision.End(PromotionPhase.FAILED, Optional.of(reason));
  }
}
