package dev.gatehouse.policy;

import dev.gatehouse.identity.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whose decisions a plan needs.
 *
 * @param quorums all of them must be met, and one person fills one seat only
 * @param separationOfDuties whether authors and the proposer are barred from approving
 * @param validFor how long an approval is valid
 */
public record ApprovalRule(List<Quorum> quorums, boolean separationOfDuties, Duration validFor) {
  /** Nobody needs to decide. */
  public static final ApprovalRule NONE = new ApprovalRule(List.of(), false, Duration.ofDays(7));

  /** Copies the list. */
  public ApprovalRule {
    quorums = List.copyOf(quorums);
  }

  /** Returns how many people have to decide in all. */
  public int seats() {
    return quorums.stream().mapToInt(Quorum::count).sum();
  }

  /**
   * Returns the seats that stay empty when these people are seated in the best way; empty when all
   * are taken.
   */
  public List<Quorum> missing(List<Actor> approvers) {
    List<Quorum> seats = new ArrayList<>();
    quorums.forEach(quorum -> seats.addAll(java.util.Collections.nCopies(quorum.count(), quorum)));
    int[] takenBy = new int[approvers.size()];
    java.util.Arrays.fill(takenBy, -1);
    List<Quorum> empty = new ArrayList<>();
    for (int seat = 0; seat < seats.size(); seat++) {
      if (!seat(seat, seats, approvers, takenBy, new HashSet<>())) {
        empty.add(seats.get(seat));
      }
    }
    return List.copyOf(empty);
  }

  /** Kuhn's augmenting path: a person moves to another seat where that frees this one. */
  private static boolean seat(
      int seat, List<Quorum> seats, List<Actor> people, int[] takenBy, Set<Integer> tried) {
    for (int person = 0; person < people.size(); person++) {
      boolean fits =
          seats.get(seat).groups().stream().anyMatch(people.get(person).groups()::contains);
      if (fits
          && tried.add(person)
          && (takenBy[person] < 0 || seat(takenBy[person], seats, people, takenBy, tried))) {
        takenBy[person] = seat;
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the stricter rule: for each set of groups, the quorums of the side that asks for more
   * people of it.
   */
  public ApprovalRule and(ApprovalRule other) {
    List<Quorum> all = new ArrayList<>(quorums);
    for (Set<String> groups : other.quorums.stream().map(Quorum::groups).distinct().toList()) {
      if (people(quorums, groups) < people(other.quorums, groups)) {
        all.removeIf(quorum -> quorum.groups().equals(groups));
        other.quorums.stream().filter(quorum -> quorum.groups().equals(groups)).forEach(all::add);
      }
    }
    Duration shorter = validFor.compareTo(other.validFor) <= 0 ? validFor : other.validFor;
    return new ApprovalRule(all, separationOfDuties || other.separationOfDuties, shorter);
  }

  private static int people(List<Quorum> quorums, Set<String> groups) {
    return quorums.stream()
        .filter(quorum -> quorum.groups().equals(groups))
        .mapToInt(Quorum::count)
        .sum();
  }
}
