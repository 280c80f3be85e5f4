package dev.gatehouse.engine;

import dev.gatehouse.change.Change;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.risk.Exposure;
import dev.gatehouse.stage.PromotionPath;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Counts what a promotion reaches: what it is going to write and what it has written already. */
final class Reached {
  private Reached() {}

  static Exposure by(
      Change change,
      PromotionPath path,
      Collection<Target> moved,
      Earlier earlier,
      Rulebook rules) {
    List<Target> all = new ArrayList<>(moved);
    Set<String> shards = new TreeSet<>();
    Set<String> tenants = new TreeSet<>();
    for (TargetName written : earlier.written()) {
      Optional<Target> defined = path.target(written);
      defined.ifPresent(all::add);
      if (defined.isEmpty()) {
        earlier
            .plan()
            .map(Plan::risk)
            .ifPresent(
                risk -> {
                  shards.addAll(risk.exposure().shards());
                  tenants.addAll(risk.exposure().tenants());
                });
      }
    }
    for (Target target : all) {
      shards.add(target.shard().value());
      tenants.addAll(target.tenants());
    }
    return new Exposure(
        shards, rules.shards().size(), Set.of(change.application()), tenants, path.tier() == 1);
  }
}
