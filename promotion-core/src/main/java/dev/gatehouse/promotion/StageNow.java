package dev.gatehouse.promotion;

import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the rules say now about the stage of a promotion.
 *
 * @param targets the shard of each target of the stage
 * @param unknown why the stage is not defined any more, or empty
 */
public record StageNow(Map<TargetName, ShardName> targets, Optional<Reason> unknown) {
  /** Copies the map and keeps its order. */
  public StageNow {
    targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
  }

  /** Returns the stage of a path, or why it is not defined. */
  public static StageNow of(
      Optional<PromotionPath> path, StageName name, Supplier<Reason> unknownApplication) {
    if (path.isEmpty()) {
      return new StageNow(Map.of(), Optional.of(unknownApplication.get()));
    }
    Optional<Stage> stage = path.get().stage(name);
    Map<TargetName, ShardName> targets = new LinkedHashMap<>();
    stage.ifPresent(s -> s.targets().forEach(t -> targets.put(t.name(), t.shard())));
    return new StageNow(
        targets, stage.isPresent() ? Optional.empty() : Optional.of(path.get().unknownStage(name)));
  }

  /** Returns a stage that is as this plan saw it. */
  public static StageNow as(Plan plan) {
    Map<TargetName, ShardName> targets = new LinkedHashMap<>();
    plan.targets().forEach(target -> targets.put(target.target(), target.shard()));
    return new StageNow(targets, Optional.empty());
  }

  /**
   * Returns why a plan no longer fits the stage: a target that is still to be written is gone or
   * moved to another shard, or one was added. What is written already makes no plan void.
   */
  Optional<String> differsFrom(Promotion promotion, Plan plan) {
    for (TargetPlan planned : plan.targets()) {
      TargetName name = planned.target();
      boolean toDo = !promotion.targets().containsKey(name);
      ShardName shard = targets.get(name);
      if (toDo && shard == null) {
        return Optional.of("target " + name + " is no longer defined");
      }
      if (toDo && !planned.shard().equals(shard)) {
        return Optional.of("target " + name + " moved to shard " + shard);
      }
    }
    return targets.keySet().stream()
        .filter(name -> plan.target(name).isEmpty() && !plan.unchanged().contains(name))
        .filter(name -> !promotion.targets().containsKey(name))
        .findFirst()
        .map(name -> "target " + name + " was added");
  }
}
