package dev.gatehouse.promotion;

import dev.gatehouse.history.PromotionPhase;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.TargetName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What follows a failed target; the reversibility of the change decides. */
final class FailureDecision {
  static final ReasonCode FORWARD_ONLY = ReasonCode.of("forward-only");
  static final ReasonCode IRREVERSIBLE = ReasonCode.of("irreversible");
  static final ReasonCode ROLLED_BACK = ReasonCode.of("rolled-back");
  static final ReasonCode WAY_BACK_NEEDED = ReasonCode.of("way-back-needed");

  private FailureDecision() {}

  static Decision of(Promotion promotion) {
    Reason failure = firstFailure(promotion);
    if (ours(promotion).isEmpty()) {
      return new Decision.End(phase(failure), Optional.of(failure));
    }
    String where = where(promotion, failure);
    if (wayBack(promotion) == WayBack.REVERT && isBlamelessBesideOthers(promotion)) {
      return new Decision.AskWayBack(notTheChange(promotion, failure, where));
    }
    return byPlan(promotion, failure);
  }

  /** Returns what follows when a fact turned against a change that is live. */
  static Decision turned(Promotion promotion, Reason fact) {
    return ours(promotion).isEmpty()
        ? new Decision.End(phase(fact), Optional.of(fact))
        : byPlan(promotion, fact);
  }

  private static WayBack wayBack(Promotion promotion) {
    return promotion.lastPlan().map(Plan::wayBack).orElse(WayBack.STOP);
  }

  private static String where(Promotion promotion, Reason failure) {
    return "promotion " + promotion.id() + ", " + failure.where();
  }

  private static Decision byPlan(Promotion promotion, Reason failure) {
    String where = where(promotion, failure);
    return switch (wayBack(promotion)) {
      case REVERT -> new Decision.RollBack(failure, ours(promotion));
      case ASK ->
          new Decision.AskWayBack(
              new Reason(
                  WAY_BACK_NEEDED,
                  failure.what() + " Rolling back takes long, so a person must choose.",
                  where,
                  "Choose: revert, or fix forward.",
                  new NextStep.ChooseRollback(promotion.id().value())));
      case FORWARD ->
          end(FORWARD_ONLY, "The change is forward-only; a revert is refused.", failure, where);
      case STOP ->
          end(IRREVERSIBLE, "The change cannot be undone; everything stops.", failure, where);
    };
  }

  /** Returns whether a revert would take back targets that nothing is wrong with. */
  private static boolean isBlamelessBesideOthers(Promotion promotion) {
    return promotion.failed().stream().allMatch(TargetState::blameless)
        && promotion.targets().values().stream()
            .anyMatch(t -> t.holdsOurCommit() && t.step() != TargetState.Step.FAILED);
  }

  /** What is live stays live when the fault is not the change's; a person decides. */
  private static Reason notTheChange(Promotion promotion, Reason failure, String where) {
    return new Reason(
            WAY_BACK_NEEDED,
            failure.what()
                + " The change is not at fault, so what is live of it stays until a person decides.",
            where,
            failure.next(),
            failure.steps())
        .then(
            "Then choose: fix forward (keep what is live, and promote again for the rest), or"
                + " revert.",
            new NextStep.ChooseRollback(promotion.id().value()));
  }

  /**
   * Reverts what still holds our commit; when nothing does, the promotion has failed and is rolled
   * back.
   */
  static Decision rollBack(Promotion promotion) {
    List<TargetName> left =
        promotion.targets().values().stream()
            .filter(t -> t.holdsOurCommit() && !isRevertFailed(promotion, t))
            .map(TargetState::target)
            .toList();
    if (!left.isEmpty()) {
      return new Decision.RollBack(promotion.reason().orElseThrow(), left);
    }
    Reason why = promotion.reason().orElseThrow();
    return new Decision.End(phase(why), Optional.of(rolledBack(promotion, why)));
  }

  /** A person said that a fix goes forward. */
  static Decision forward(Promotion promotion) {
    PromotionPhase phase =
        promotion.failed().isEmpty() ? PromotionPhase.FAILED : phase(firstFailure(promotion));
    return new Decision.End(phase, promotion.reason());
  }

  /** A platform that broke is a technical end, everything else is one of policy. */
  private static PromotionPhase phase(Reason failure) {
    return failure.code().equals(TimedOut.CODE) ? PromotionPhase.ERRORED : PromotionPhase.FAILED;
  }

  private static Reason rolledBack(Promotion promotion, Reason why) {
    List<String> stuck =
        promotion.targets().values().stream()
            .filter(TargetState::holdsOurCommit)
            .map(t -> t.target() + ": " + t.reason().map(Reason::what).orElse(""))
            .toList();
    String left =
        promotion.targets().values().stream()
            .filter(t -> t.step() == TargetState.Step.REVERTED)
            .flatMap(t -> t.reason().map(r -> " " + t.target() + ": " + r.what()).stream())
            .collect(Collectors.joining());
    String what =
        stuck.isEmpty()
            ? " All targets were reverted." + left
            : " Not reverted: " + String.join("; ", stuck) + left;
    String next =
        stuck.isEmpty()
            ? "Fix the change and promote it again."
            : "Revert the named targets by hand, then promote a fixed change.";
    return new Reason(ROLLED_BACK, why.what() + what, "promotion " + promotion.id(), next);
  }

  /** A target that failed while it was reverted is not tried forever. */
  private static boolean isRevertFailed(Promotion promotion, TargetState target) {
    return target.step() == TargetState.Step.FAILED
        && target.reason().map(r -> r.code().equals(RevertFailed.CODE)).orElse(false)
        && promotion.stop() == Promotion.Stop.ROLL_BACK;
  }

  private static Decision end(ReasonCode code, String what, Reason failure, String where) {
    return new Decision.End(
        phase(failure),
        Optional.of(
            new Reason(
                code,
                failure.what() + " " + what,
                where,
                "Prepare a fix and promote it: " + failure.next(),
                failure.steps())));
  }

  private static List<TargetName> ours(Promotion promotion) {
    return promotion.targets().values().stream()
        .filter(TargetState::holdsOurCommit)
        .map(TargetState::target)
        .toList();
  }

  private static Reason firstFailure(Promotion promotion) {
    return promotion.failed().get(0).reason().orElseThrow();
  }
}
