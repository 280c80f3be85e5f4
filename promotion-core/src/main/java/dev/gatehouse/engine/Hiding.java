package dev.gatehouse.engine;

import dev.gatehouse.change.SensitiveText;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.GateVerdict;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskFactor;
import java.util.List;
import java.util.Optional;

/**
 * Hides what may be a secret in texts, before they are recorded or compared with recorded ones;
 * pure.
 *
 * <p>Names, places and digests stay: gates and later promotions decide by them.
 */
final class Hiding {
  private Hiding() {}

  static Reason reason(Reason reason) {
    return reason.saying(SensitiveText.hide(reason.what()), reason.where());
  }

  static RiskAssessment risk(RiskAssessment risk) {
    return new RiskAssessment(
        risk.changeClass(),
        risk.level(),
        risk.reversibility(),
        risk.exposure(),
        risk.factors().stream().map(Hiding::factor).toList(),
        risk.effect());
  }

  private static RiskFactor factor(RiskFactor factor) {
    return new RiskFactor(
        factor.rule(),
        factor.changeClass(),
        factor.floor(),
        factor.reversibility(),
        factor.file(),
        factor.object(),
        factor.field(),
        SensitiveText.hide(factor.sentence()),
        factor.blocker().map(SensitiveText::hide));
  }

  static List<Evidence> facts(List<Evidence> facts) {
    return facts.stream().map(Hiding::fact).toList();
  }

  private static Evidence fact(Evidence fact) {
    return switch (fact.kind()) {
      case MEASUREMENT -> fact;
      case CONDITION -> {
        Evidence.Condition c = (Evidence.Condition) fact;
        yield new Evidence.Condition(
            c.check(), c.source(), c.at(), c.status(), SensitiveText.hide(c.detail()), c.about());
      }
      case ATTESTATION -> {
        Evidence.Attestation a = (Evidence.Attestation) fact;
        yield new Evidence.Attestation(
            a.check(),
            a.source(),
            a.at(),
            a.subject(),
            a.link().map(SensitiveText::hide),
            a.about());
      }
    };
  }

  static List<GateResult> results(List<GateResult> results) {
    return results.stream()
        .map(result -> new GateResult(result.gate(), verdict(result.verdict())))
        .toList();
  }

  private static GateVerdict verdict(GateVerdict verdict) {
    return switch (verdict.outcome()) {
      case PASSED ->
          new GateVerdict.Passed(
              ((GateVerdict.Passed) verdict).evidence().stream().map(SensitiveText::hide).toList());
      case WAIVED -> verdict;
      case PENDING -> {
        GateVerdict.Pending pending = (GateVerdict.Pending) verdict;
        yield new GateVerdict.Pending(reason(pending.reason()), pending.recheckAt());
      }
      case FAILED -> new GateVerdict.Failed(reason(((GateVerdict.Failed) verdict).reason()));
      case INCONCLUSIVE -> {
        GateVerdict.Inconclusive open = (GateVerdict.Inconclusive) verdict;
        yield new GateVerdict.Inconclusive(reason(open.reason()), open.recheckAt());
      }
    };
  }

  private static PromotionEvent ofTarget(PromotionEvent event) {
    return switch (event.type()) {
      case TARGET_FAILED -> {
        PromotionEvent.TargetFailed failed = (PromotionEvent.TargetFailed) event;
        yield new PromotionEvent.TargetFailed(
            failed.target(), reason(failed.reason()), failed.fault());
      }
      case TARGET_DEGRADED -> {
        PromotionEvent.TargetDegraded ill = (PromotionEvent.TargetDegraded) event;
        yield new PromotionEvent.TargetDegraded(ill.target(), reason(ill.reason()));
      }
      case TARGET_WAITING -> {
        PromotionEvent.TargetWaiting waiting = (PromotionEvent.TargetWaiting) event;
        yield new PromotionEvent.TargetWaiting(waiting.target(), reason(waiting.reason()));
      }
      case TARGET_SEEN_BEFORE -> {
        PromotionEvent.TargetSeenBefore seen = (PromotionEvent.TargetSeenBefore) event;
        yield new PromotionEvent.TargetSeenBefore(seen.target(), seen.ill().map(Hiding::reason));
      }
      default -> event;
    };
  }

  /** Hides in the reasons of what befalls targets; other events were made from hidden texts. */
  static PromotionEvent event(PromotionEvent event) {
    return switch (event.type()) {
      case TARGET_FAILED, TARGET_DEGRADED, TARGET_WAITING, TARGET_SEEN_BEFORE -> ofTarget(event);
      case PLAN_DRIFTED -> {
        PromotionEvent.PlanDrifted drifted = (PromotionEvent.PlanDrifted) event;
        yield new PromotionEvent.PlanDrifted(drifted.target(), reason(drifted.reason()));
      }
      case TARGET_REVERTED -> {
        PromotionEvent.TargetReverted back = (PromotionEvent.TargetReverted) event;
        yield new PromotionEvent.TargetReverted(
            back.target(), back.revision(), back.left().map(Hiding::reason));
      }
      case WAY_BACK_ASKED ->
          new PromotionEvent.WayBackAsked(reason(((PromotionEvent.WayBackAsked) event).reason()));
      case ROLL_BACK_STARTED -> {
        PromotionEvent.RollBackStarted back = (PromotionEvent.RollBackStarted) event;
        yield new PromotionEvent.RollBackStarted(reason(back.reason()), back.targets());
      }
      case ENDED -> {
        PromotionEvent.Ended ended = (PromotionEvent.Ended) event;
        Optional<Reason> why = ended.reason().map(Hiding::reason);
        yield new PromotionEvent.Ended(ended.phase(), why, ended.supersededBy());
      }
      default -> event;
    };
  }
}
