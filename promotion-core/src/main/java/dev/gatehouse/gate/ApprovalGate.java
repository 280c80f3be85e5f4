package dev.gatehouse.gate;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.approval.ApprovalCheck;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds a change until enough of the right people have signed exactly this plan. */
public record ApprovalGate() implements Gate {
  /** The hold. */
  public static final ReasonCode APPROVAL_MISSING = ReasonCode.of("approval-missing");

  private static final Duration RECHECK = Duration.ofHours(1);

  @Override
  public GateName name() {
    return GateName.APPROVAL;
  }

  @Override
  public GateVerdict judge(GateContext context) {
    ApprovalRule rule = context.plan().controls().approval();
    List<Approval> counting =
        ApprovalCheck.counting(
            context.plan(),
            context.involved(),
            context.approvals(),
            context.directory(),
            context.now());
    List<Quorum> missing = rule.missing(counting.stream().map(Approval::by).toList());
    if (missing.isEmpty()) {
      return new GateVerdict.Passed(
          counting.stream().map(a -> "approved by " + a.by().id()).toList());
    }
    PlanHash hash = context.plan().hash();
    List<String> seats = seats(missing);
    return new GateVerdict.Pending(
        new Reason(
            APPROVAL_MISSING,
            "Approval is missing: "
                + String.join(" and ", seats)
                + "; "
                + voided(context, hash)
                + given(counting)
                + ".",
            context.where() + ", plan " + hash.brief(),
            "Ask them to approve this plan.",
            new NextStep.Approve(Optional.empty(), hash.brief(), Optional.empty())),
        recheck(rule, counting, context.now()));
  }

  /** Each missing quorum is one seat; people read "2 of owner". */
  private static List<String> seats(List<Quorum> missing) {
    Map<String, Integer> counted = new LinkedHashMap<>();
    missing.forEach(quorum -> counted.merge(String.join("/", quorum.groups()), 1, Integer::sum));
    return counted.entrySet().stream()
        .map(seat -> seat.getValue() + " of " + seat.getKey())
        .toList();
  }

  private static String given(List<Approval> counting) {
    return counting.isEmpty()
        ? "no one has approved this plan yet"
        : "approved so far by "
            + String.join(", ", counting.stream().map(a -> a.by().id()).toList());
  }

  private static String voided(GateContext context, PlanHash hash) {
    long other = context.approvals().stream().filter(a -> !a.planHash().equals(hash)).count();
    String ofOthers =
        other == 0
            ? ""
            : other == 1
                ? "1 earlier approval was for another plan and is void; "
                : other + " earlier approvals were for another plan and are void; ";
    return ofOthers + ofTheInvolved(context, hash);
  }

  /** Anyone who joins the proposal, or is named as an author later, may have approved before. */
  private static String ofTheInvolved(GateContext context, PlanHash hash) {
    if (!context.plan().controls().approval().separationOfDuties()) {
      return "";
    }
    List<String> people =
        context.approvals().stream()
            .filter(approval -> approval.planHash().equals(hash))
            .map(approval -> approval.by().id())
            .filter(context.involved()::includes)
            .distinct()
            .toList();
    return people.isEmpty()
        ? ""
        : "void because they wrote or proposed the change: " + String.join(", ", people) + "; ";
  }

  private static Instant recheck(ApprovalRule rule, List<Approval> counting, Instant now) {
    return counting.stream()
        .map(approval -> approval.at().plus(rule.validFor()))
        .min(Instant::compareTo)
        .orElse(now.plus(RECHECK));
  }
}
