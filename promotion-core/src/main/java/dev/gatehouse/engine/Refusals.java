package dev.gatehouse.engine;

import dev.gatehouse.history.PromotionSummary;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.Nearest;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.reason.SafeText;
import java.util.List;
import java.util.Optional;

/** The refusals of people's acts, in one place so that they read alike. */
final class Refusals {
  private static final int NAMED = 5;

  private Refusals() {}

  /** A promotion that is on its way out takes nobody along; it still holds the stage. */
  static Optional<Reason> stopping(PromotionSummary promotion) {
    String how =
        switch (promotion.stop()) {
          case NONE -> "";
          case ABORT -> "is being aborted";
          case ASKED -> "has failed and waits for a person to choose the rollback";
          case FORWARD -> "has failed and is being closed: a fix goes forward";
          case ROLL_BACK -> "is being rolled back";
        };
    return how.isEmpty()
        ? Optional.empty()
        : Optional.of(
            reason(
                ReasonCode.of("promotion-stopping"),
                "Promotion " + promotion.id() + " of the same change " + how + ".",
                "promotion " + promotion.id() + ", stage " + promotion.stage(),
                "Promote again when it has ended; see what it waits for.",
                new NextStep.Show(promotion.id().value())));
  }

  static Reason unknownPromotion(PromotionId id) {
    return unknownPromotion(id.value());
  }

  static Reason unknownPromotion(String typed) {
    return reason(
        ReasonCode.of("unknown-promotion"),
        "There is no promotion '" + SafeText.cut(typed, 127) + "'.",
        "ledger",
        "List them.",
        new NextStep.ListOpen());
  }

  static Reason ambiguousPromotion(String typed, List<PromotionSummary> few) {
    boolean more = few.size() > NAMED;
    String some = String.join(", ", few.stream().limit(NAMED).map(p -> p.id().value()).toList());
    return reason(
        ReasonCode.of("ambiguous-promotion"),
        (more ? "More than " + NAMED : String.valueOf(few.size()))
            + (typed.contains("@") ? " promotions are of change '" : " promotions begin with '")
            + SafeText.cut(typed, 127)
            + "'.",
        "ledger",
        "Write one of them out: " + some + (more ? ", …" : "") + ".");
  }

  static Reason unknownCursor(PromotionId id) {
    return reason(
        ReasonCode.of("unknown-cursor"),
        "There is no promotion '" + id + "', so no page begins after it.",
        "the page that was asked for",
        "Begin with the first page, and continue with the promotion that each page names.",
        new NextStep.ListOpen());
  }

  static Reason ended(Promotion promotion) {
    return reason(
        ReasonCode.of("already-ended"),
        "It has ended: " + promotion.phase() + ".",
        where(promotion),
        "Propose the change again if it is still needed.");
  }

  static Reason notPlanned(Promotion promotion) {
    return reason(
        ReasonCode.of("not-planned"),
        "It has no plan yet.",
        where(promotion),
        "Let a process plan it first.",
        new NextStep.Drive(Optional.empty()));
  }

  static Reason otherPlan(Promotion promotion, Plan plan, String typed) {
    String shown = SafeText.cut(typed, 20);
    return reason(
        ReasonCode.of("other-plan"),
        "The plan in force is " + plan.hash().brief() + ", not '" + shown + "'.",
        where(promotion),
        "Read the plan and approve its hash.",
        show(promotion));
  }

  static Reason ambiguousPlan(Promotion promotion, Plan plan, String typed) {
    return reason(
        ReasonCode.of("ambiguous-plan"),
        "Several plans of this promotion begin with '" + typed + "'.",
        where(promotion),
        "Read the plan in force again, then approve its whole hash: " + plan.hash() + ".");
  }

  static Reason alreadyRunning(Promotion promotion) {
    return reason(
        ReasonCode.of("already-running"),
        "It has started and can no longer be rejected.",
        where(promotion),
        "Stop it instead.",
        new NextStep.Abort(promotion.id().value()));
  }

  static Reason rejected(Promotion promotion, Actor by, String why) {
    return reason(
        ReasonCode.of("rejected"),
        by.id() + " rejected it: " + (why.isBlank() ? "no reason given" : why),
        where(promotion),
        "Talk to " + by.id() + ", fix the change and propose it again.");
  }

  static Reason unknownGate(Promotion promotion, GateName gate, List<GateName> known) {
    return reason(
        ReasonCode.of("unknown-gate"),
        "There is no gate '" + gate + "'.",
        where(promotion),
        Nearest.remedy(gate.value(), known.stream().map(GateName::value).toList()));
  }

  static Reason notAPerson(Promotion promotion, Actor by) {
    return reason(
        ReasonCode.of("approver-not-a-person"),
        by.id() + " is not a person and cannot decide this.",
        where(promotion),
        "Ask a person.");
  }

  static Reason noWaiver(Promotion promotion, GateName gate) {
    return reason(
        ReasonCode.of("no-waiver-to-confirm"),
        "No waiver of gate " + gate + " waits for a second person.",
        where(promotion),
        "Grant one first.",
        new NextStep.Waive(Optional.of(promotion.id().value()), gate.value()));
  }

  static Reason secondPerson(Promotion promotion, GateName gate, Actor by) {
    return reason(
        ReasonCode.of("second-person-needed"),
        by.id() + " granted the waiver of gate " + gate + " and cannot also confirm it.",
        where(promotion),
        "Ask another person to confirm it.",
        new NextStep.ConfirmWaiver(Optional.of(promotion.id().value()), gate.value()));
  }

  static Reason nothingToRevoke(Promotion promotion, String what) {
    return reason(
        ReasonCode.of("nothing-to-revoke"),
        "There is no " + what + " on it.",
        where(promotion),
        "Read what was given.",
        show(promotion));
  }

  static Reason mayNotRevoke(Promotion promotion, Actor by, String what) {
    return reason(
        Rights.NOT_ALLOWED,
        by.id() + " may not revoke the " + what + ".",
        where(promotion),
        "Ask the giver, a person who could give it, or a holder of the right `administer`.");
  }

  static Reason tooLateToRevoke(Promotion promotion, String what) {
    return reason(
        ReasonCode.of("too-late-to-revoke"),
        "Nothing is left to be written, so revoking the " + what + " would hold nothing back.",
        where(promotion),
        "Stop the promotion instead.",
        new NextStep.Abort(promotion.id().value()));
  }

  static Reason noWayBackAsked(Promotion promotion) {
    return reason(
        ReasonCode.of("no-way-back-asked"),
        "No rollback decision is pending for this promotion.",
        where(promotion),
        "See what it waits for.",
        show(promotion));
  }

  static Reason revertForbidden(Promotion promotion, WayBack allowed) {
    return reason(
        ReasonCode.of("forward-only"),
        "A revert is refused: " + allowed.meaning() + ".",
        where(promotion),
        "Choose forward and promote a fix.");
  }

  private static Reason reason(ReasonCode code, String what, String where, String next) {
    return new Reason(code, what, where, next);
  }

  private static Reason reason(
      ReasonCode code, String what, String where, String next, NextStep step) {
    return new Reason(code, what, where, next, step);
  }

  private static NextStep show(Promotion promotion) {
    return new NextStep.Show(promotion.id().value());
  }

  private static String where(Promotion promotion) {
    return "promotion " + promotion.id() + ", stage " + promotion.stage();
  }
}
