package dev.gatehouse.engine;

import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a stage asks for in the order of stages: never less than the plan before asked for. */
final class Order {
  private Order() {}

  /** Returns the stages before this one, and those of the plan before that are still defined. */
  static List<StageName> after(PromotionPath path, Stage stage, Optional<Plan> before) {
    Set<StageName> all = new LinkedHashSet<>(stage.after());
    before.map(Plan::after).orElse(List.of()).stream()
        .filter(name -> path.stage(name).isPresent())
        .forEach(all::add);
    return List.copyOf(all);
  }

  /** Any of them is enough only where it was enough before and the stages are the same. */
  static Stage.Requires requires(Stage stage, Optional<Plan> before) {
    boolean still =
        before
            .map(
                plan ->
                    plan.requires() == Stage.Requires.ANY
                        && Set.copyOf(plan.after()).equals(Set.copyOf(stage.after())))
            .orElse(true);
    return still ? stage.requires() : Stage.Requires.ALL;
  }

  /** Returns the longer soak time. */
  static Duration soak(StageDemands demands, Optional<Plan> before) {
    Duration old = before.map(Plan::soak).orElse(Duration.ZERO);
    return old.compareTo(demands.soak()) > 0 ? old : demands.soak();
  }

  /** Returns the checks of both. */
  static DefinitionOfDone definitionOfDone(StageDemands demands, Optional<Plan> before) {
    return demands
        .definitionOfDone()
        .and(before.map(Plan::definitionOfDone).orElse(DefinitionOfDone.NONE));
  }
}
