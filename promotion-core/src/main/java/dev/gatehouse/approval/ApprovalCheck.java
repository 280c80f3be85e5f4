package dev.gatehouse.approval;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/** Tells who may approve a plan and which approvals still count; pure and thread-safe. */
public final class ApprovalCheck {
  /** The refusal of an approval by someone who wrote or proposed the change. */
  public static final ReasonCode SEPARATION_OF_DUTIES = ReasonCode.of("separation-of-duties");

  /** The refusal of an approval by anything but a person. */
  public static final ReasonCode NOT_A_PERSON = ReasonCode.of("approver-not-a-person");

  /** The refusal of an approval whose giver is in none of the groups asked for. */
  public static final ReasonCode NOT_IN_QUORUM = ReasonCode.of("approver-not-in-quorum");

  private ApprovalCheck() {}

  /** Returns why this actor cannot approve this plan, or empty when it can. */
  public static Optional<Reason> refusal(Plan plan, Involved involved, Actor approver) {
    ApprovalRule rule = plan.controls().approval();
    if (approver.kind() != Actor.Kind.PERSON) {
      String kind = approver.kind().name().toLowerCase(Locale.ROOT);
      return Optional.of(
          new Reason(
              NOT_A_PERSON,
              approver.id() + " is a " + kind + " and cannot approve.",
              where(plan),
              "Ask a person of: " + groups(rule) + "."));
    }
    if (rule.separationOfDuties() && involved.includes(approver.id())) {
      return Optional.of(
          new Reason(
              SEPARATION_OF_DUTIES,
              approver.id() + " wrote or proposed this change and cannot approve it.",
              where(plan),
              "Ask another member of: " + groups(rule) + "."));
    }
    boolean counts =
        rule.quorums().stream()
            .anyMatch(q -> q.groups().stream().anyMatch(approver.groups()::contains));
    if (!counts && !rule.quorums().isEmpty()) {
      return Optional.of(
          new Reason(
              NOT_IN_QUORUM,
              approver.id() + " is in none of the groups that this plan asks for.",
              where(plan),
              "Ask a member of: " + groups(rule) + "."));
    }
    return Optional.empty();
  }

  /**
   * Returns the latest approval of each person that still counts now: same plan, not expired, still
   * a member.
   */
  public static List<Approval> counting(
      Plan plan, Involved involved, List<Approval> approvals, Directory directory, Instant now) {
    var latest = new TreeMap<String, Approval>();
    PlanHash hash = plan.hash();
    approvals.stream()
        .filter(approval -> approval.planHash().equals(hash))
        .filter(approval -> now.isBefore(approval.at().plus(plan.controls().approval().validFor())))
        .forEach(approval -> latest.put(approval.by().id().toLowerCase(Locale.ROOT), approval));
    List<Approval> counting = new ArrayList<>();
    for (Approval approval : latest.values()) {
      Actor member = directory.today(approval.by());
      if (directory.admits(member.id()) && refusal(plan, involved, member).isEmpty()) {
        counting.add(new Approval(member, approval.planHash(), approval.at(), approval.comment()));
      }
    }
    return List.copyOf(counting);
  }

  private static String where(Plan plan) {
    return "stage " + plan.stage() + ", plan " + plan.hash().brief();
  }

  private static String groups(ApprovalRule rule) {
    return String.join(
        ", ", rule.quorums().stream().flatMap(q -> q.groups().stream()).distinct().toList());
  }
}
