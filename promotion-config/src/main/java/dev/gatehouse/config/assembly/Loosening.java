package dev.gatehouse.config.assembly;

import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.Quorum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Tells in which respects one control model asks for less than another. */
final class Loosening {
  private static final Duration FOREVER = Duration.ofDays(36_500);

  private Loosening() {}

  static List<String> between(ControlModel before, ControlModel after) {
    List<String> less = new ArrayList<>();
    bake("first bake", before.firstBake(), after.firstBake(), less);
    bake("later bake", before.laterBake(), after.laterBake(), less);
    for (Quorum quorum : before.approval().quorums()) {
      if (seats(after, quorum.role()) < seats(before, quorum.role())) {
        less.add("fewer than " + quorum.label());
      }
    }
    if (before.approval().separationOfDuties() && !after.approval().separationOfDuties()) {
      less.add("approval by authors");
    }
    Set<String> missing = new TreeSet<>();
    before.evidence().stream()
        .filter(demand -> !isCovered(demand, after.evidence()))
        .forEach(demand -> missing.add(demand.check().value()));
    if (!missing.isEmpty()) {
      less.add("no or older " + String.join(", ", missing));
    }
    if (after.wayBack().compareTo(before.wayBack()) < 0) {
      less.add("a freer way back");
    }
    if (before.typedConfirmation() && !after.typedConfirmation()) {
      less.add("no typed confirmation");
    }
    return less;
  }

  private static void bake(String which, Bake before, Bake after, List<String> less) {
    if (after.time().compareTo(before.time()) < 0) {
      less.add("a shorter " + which);
    }
    if (after.samples() < before.samples()) {
      less.add("fewer samples for the " + which);
    }
    if (before.watchesHealth() && !after.watchesHealth()) {
      less.add("no look at health in the " + which);
    }
  }

  private static int seats(ControlModel model, String role) {
    return model.approval().quorums().stream()
        .filter(quorum -> quorum.role().equals(role))
        .mapToInt(Quorum::count)
        .sum();
  }

  private static boolean isCovered(EvidenceDemand demand, List<EvidenceDemand> others) {
    return others.stream()
        .anyMatch(
            other ->
                other.check().equals(demand.check())
                    && age(other.maxAge()).compareTo(age(demand.maxAge())) <= 0
                    && other.bound().equals(demand.bound())
                    && (demand.shape().isEmpty() || other.shape().equals(demand.shape()))
                    && isTrustedByNoMore(other, demand));
  }

  private static boolean isTrustedByNoMore(EvidenceDemand other, EvidenceDemand demand) {
    return demand.sources().isEmpty()
        || (!other.sources().isEmpty() && demand.sources().containsAll(other.sources()));
  }

  private static Duration age(Optional<Duration> maxAge) {
    return maxAge.orElse(FOREVER);
  }
}
