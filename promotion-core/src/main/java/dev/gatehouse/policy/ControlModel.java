package dev.gatehouse.policy;

import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.RiskLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Everything that a class and level of risk asks for (peers §4).
 *
 * @param name for people
 * @param changeClass the class it is for
 * @param level the level it is for
 * @param order the sizes of the waves
 * @param firstBake how long the first wave is watched
 * @param laterBake how long every later wave is watched
 * @param approval whose decisions are needed
 * @param evidence the facts needed before the start
 * @param windows the names of windows that apply besides the ones scoped to the class
 * @param wayBack the freest way back that is allowed
 * @param typedConfirmation whether someone must type what will be lost
 */
public record ControlModel(
    String name,
    ChangeClass changeClass,
    RiskLevel level,
    List<Slice> order,
    Bake firstBake,
    Bake laterBake,
    ApprovalRule approval,
    List<EvidenceDemand> evidence,
    Set<String> windows,
    WayBack wayBack,
    boolean typedConfirmation) {
  /** Copies the collections; an order that does not end with the rest gets it. */
  public ControlModel {
    List<Slice> slices = new ArrayList<>(order);
    if (slices.stream()
        .noneMatch(s -> s.kind() == Slice.Kind.REST || s.kind() == Slice.Kind.EACH)) {
      slices.add(Slice.REST);
    }
    order = List.copyOf(slices);
    evidence = List.copyOf(evidence);
    windows = Collections.unmodifiableSet(new TreeSet<>(windows));
  }

  /**
   * Returns a model that asks for no less than this one and the other one.
   *
   * @param sizes the sizes of the waves, chosen from both
   */
  public ControlModel atLeast(ControlModel other, List<Slice> sizes) {
    List<EvidenceDemand> facts = new ArrayList<>(evidence);
    other.evidence.stream().filter(fact -> !facts.contains(fact)).forEach(facts::add);
    Set<String> names = new TreeSet<>(windows);
    names.addAll(other.windows);
    return new ControlModel(
        name,
        changeClass,
        level,
        sizes,
        firstBake.max(other.firstBake),
        laterBake.max(other.laterBake),
        approval.and(other.approval),
        facts,
        names,
        wayBack.strictest(other.wayBack),
        typedConfirmation || other.typedConfirmation);
  }

  /** Returns this model with a stage's own demands added; nothing is ever taken away. */
  public ControlModel with(StageDemands demands) {
    List<EvidenceDemand> facts = new ArrayList<>(evidence);
    demands.evidence().stream().filter(fact -> !facts.contains(fact)).forEach(facts::add);
    Set<String> names = new TreeSet<>(windows);
    names.addAll(demands.windows());
    return new ControlModel(
        name,
        changeClass,
        level,
        order,
        firstBake.max(demands.bake()),
        laterBake.max(demands.bake()),
        approval.and(demands.approval()),
        facts,
        names,
        wayBack,
        typedConfirmation);
  }

  /** Returns this model with the approval rule's roles filled by these groups. */
  public ControlModel with(ApprovalRule resolved) {
    return new ControlModel(
        name,
        changeClass,
        level,
        order,
        firstBake,
        laterBake,
        resolved,
        evidence,
        windows,
        wayBack,
        typedConfirmation);
  }
}
