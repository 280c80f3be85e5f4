package dev.gatehouse.approval;

import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells who may lift a gate of a plan and which waivers still count; pure and thread-safe. */
public final class WaiverCheck {
  /** The refusal of a waiver whose owner is not among the identities. */
  public static final ReasonCode UNKNOWN_OWNER = ReasonCode.of("unknown-owner");

  private WaiverCheck() {}

  /** Returns why this actor cannot lift a gate of this plan, or empty when it can. */
  public static Optional<Reason> refusal(Plan plan, Involved involved, GateName gate, Actor by) {
    String where = "stage " + plan.stage() + ", plan " + plan.hash().brief() + ", gate " + gate;
    if (by.kind() != Actor.Kind.PERSON) {
      return Optional.of(
          new Reason(
              ApprovalCheck.NOT_A_PERSON,
              by.id() + " is not a person and cannot waive a gate.",
              where,
              "Ask a person who may waive."));
    }
    if (isBarred(plan, involved, by.id())) {
      return Optional.of(
          new Reason(
              ApprovalCheck.SEPARATION_OF_DUTIES,
              by.id() + " wrote or proposed this change and cannot waive a gate of it.",
              where,
              "Ask another person who may waive to do it.",
              new NextStep.Waive(Optional.empty(), gate.value())));
    }
    return Optional.empty();
  }

  /** Returns why nobody answers for a waiver of this owner, or empty when someone known does. */
  public static Optional<Reason> ownerRefusal(String owner, GateName gate, Directory directory) {
    boolean known =
        directory.isEmpty()
            || directory.groups().contains(owner)
            || directory.find(owner).map(a -> a.kind() == Actor.Kind.PERSON).orElse(false);
    if (known || owner.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Reason(
            UNKNOWN_OWNER,
            "There is no person and no group '" + owner + "' to answer for the waiver.",
            "waiver of gate " + gate + ", --owner",
            directory.guess(owner)
                + "Name a person or a group of `identities` in gatehouse.yaml."));
  }

  /** Returns the waiver that lifts this gate of this plan now, or empty. */
  public static Optional<Waiver> lifting(
      Plan plan,
      Involved involved,
      List<Waiver> waivers,
      GateName gate,
      Directory directory,
      Instant now) {
    return inForce(plan, involved, waivers, gate, directory, now).stream()
        .filter(waiver -> !isUnconfirmed(plan, involved, waiver))
        .findFirst();
  }

  /** Returns the waivers of this gate that wait for a second person. */
  public static List<Waiver> unconfirmed(
      Plan plan,
      Involved involved,
      List<Waiver> waivers,
      GateName gate,
      Directory directory,
      Instant now) {
    return inForce(plan, involved, waivers, gate, directory, now).stream()
        .filter(waiver -> isUnconfirmed(plan, involved, waiver))
        .toList();
  }

  private static List<Waiver> inForce(
      Plan plan,
      Involved involved,
      List<Waiver> waivers,
      GateName gate,
      Directory directory,
      Instant now) {
    Optional<PlanHash> hash = Optional.of(plan.hash());
    return waivers.stream()
        .filter(waiver -> waiver.lifts(gate, hash, now, false))
        .filter(waiver -> directory.admits(waiver.grantedBy()))
        .filter(waiver -> !isBarred(plan, involved, waiver.grantedBy()))
        .toList();
  }

  private static boolean isUnconfirmed(Plan plan, Involved involved, Waiver waiver) {
    return Waiver.needsTwoPeople(waiver.gate(), plan.risk().level())
        && waiver.confirmedBy().filter(second -> !isBarred(plan, involved, second)).isEmpty();
  }

  private static boolean isBarred(Plan plan, Involved involved, String id) {
    return plan.controls().approval().separationOfDuties() && involved.includes(id);
  }
}
