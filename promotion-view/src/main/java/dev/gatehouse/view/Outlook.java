package dev.gatehouse.view;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.approval.ApprovalCheck;
import dev.gatehouse.approval.Involved;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.reason.NextStep;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a decision of one person would do now: the first sentences of a page and of its dialog.
 *
 * <p>It decides nothing: the engine judges the decision again when it is made. Immutable.
 *
 * @param ifYouApprove what an approval would lead to
 * @param ifYouReject what a rejection would lead to
 * @param refusal why this person cannot approve, or empty
 * @param needed whose approvals would be missing after this one, such as {@code 1 of platform}
 * @param typed what must be typed to confirm a loss, or empty
 */
public record Outlook(
    String ifYouApprove,
    String ifYouReject,
    Optional<Reason> refusal,
    List<String> needed,
    Optional<String> typed) {
  /** Copies the list. */
  public Outlook {
    needed = List.copyOf(needed);
  }

  /** Returns the outlook for this person, or empty when there is nothing to decide. */
  public static Optional<Outlook> of(
      Promotion promotion, Caller viewer, Directory directory, Instant now) {
    return promotion.phase().isFinal() || promotion.stop() != Promotion.Stop.NONE
        ? Optional.empty()
        : promotion.plan().map(plan -> of(promotion, plan, viewer, directory, now));
  }

  private static Outlook of(
      Promotion promotion, Plan plan, Caller viewer, Directory directory, Instant now) {
    Involved involved = promotion.involved(directory);
    Actor today = directory.today(viewer.actor());
    Optional<Reason> refusal =
        directory.refusal(viewer).or(() -> ApprovalCheck.refusal(plan, involved, today));
    List<Approval> counting =
        ApprovalCheck.counting(plan, involved, promotion.approvals(), directory, now);
    List<Actor> signers = new ArrayList<>(counting.stream().map(Approval::by).toList());
    signers.removeIf(signer -> signer.is(today.id()));
    if (refusal.isEmpty()) {
      signers.add(today);
    }
    List<String> needed = seats(plan.controls().approval().missing(signers));
    Optional<String> typed = typed(promotion);
    return new Outlook(
        refusal
            .map(reason -> "You cannot approve this: " + reason.what())
            .orElseGet(() -> "If you approve: " + approved(promotion, plan, needed, typed)),
        rejected(promotion),
        refusal,
        needed,
        typed);
  }

  private static String approved(
      Promotion promotion, Plan plan, List<String> needed, Optional<String> typed) {
    List<String> holding =
        promotion.holding().stream()
            .map(GateResult::gate)
            .filter(gate -> !gate.equals(GateName.APPROVAL))
            .filter(gate -> !(typed.isPresent() && gate.equals(GateName.CONFIRMATION)))
            .map(GateName::value)
            .toList();
    List<String> missing = new ArrayList<>();
    if (!needed.isEmpty()) {
      missing.add("approval of " + String.join(" and ", needed) + " is still needed");
    }
    if (!holding.isEmpty()) {
      missing.add(
          (holding.size() == 1 ? "the gate " : "the gates ")
              + String.join(", ", holding)
              + (holding.size() == 1 ? " still holds" : " still hold"));
    }
    return missing.isEmpty()
        ? promotion.nextWave().map(wave -> starts(wave, plan)).orElse("no target is left to write")
            + "; nobody else is needed; on a failure "
            + plan.wayBack().meaning()
            + "."
        : "nothing is written yet; " + String.join("; ", missing) + ".";
  }

  private static String starts(Wave wave, Plan plan) {
    long later =
        plan.waves().stream()
            .filter(other -> other.number() > wave.number())
            .mapToLong(other -> other.targets().size())
            .sum();
    Duration watched = plan.bakeAfter(wave.number()).time();
    String names = wave.targets().stream().map(Object::toString).collect(Collectors.joining(", "));
    String first = names + (wave.targets().size() == 1 ? " is" : " are") + " written now";
    return later == 0
        ? first
        : first
            + "; "
            + later
            + (later == 1 ? " target follows" : " targets follow")
            + (watched.isZero() ? " when it is live" : " after " + Spans.text(watched));
  }

  private static String rejected(Promotion promotion) {
    return promotion.targets().isEmpty()
        ? "If you reject: the promotion ends; nothing was written."
        : "It has started and cannot be rejected; abort it to stop the next wave.";
  }

  private static Optional<String> typed(Promotion promotion) {
    return promotion.holding().stream()
        .filter(result -> result.gate().equals(GateName.CONFIRMATION))
        .flatMap(result -> result.verdict().holdReason().stream())
        .flatMap(reason -> reason.steps().stream())
        .filter(step -> step.kind() == NextStep.Kind.APPROVE)
        .flatMap(step -> ((NextStep.Approve) step).typed().stream())
        .findFirst();
  }

  /** Each missing quorum is one seat; people read "2 of owners". */
  private static List<String> seats(List<Quorum> missing) {
    Map<String, Long> counted =
        missing.stream()
            .map(quorum -> String.join("/", quorum.groups()))
            .collect(
                Collectors.groupingBy(
                    Function.identity(), LinkedHashMap::new, Collectors.counting()));
    return counted.entrySet().stream().map(one -> one.getValue() + " of " + one.getKey()).toList();
  }
}
