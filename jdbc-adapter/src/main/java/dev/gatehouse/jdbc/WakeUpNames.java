package dev.gatehouse.jdbc;

import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How wake-ups are named in db-scheduler's table: one task for decisions, one for each shard, so
 * that a process takes only what it serves. Names hold no blank, so a blank separates them.
 */
final class WakeUpNames {
  private static final String DECIDE = "decide";
  private static final String EXECUTE = "execute ";

  private WakeUpNames() {}

  static String task(WakeUp wakeUp) {
    return wakeUp instanceof WakeUp.Execute execute ? EXECUTE + execute.shard() : DECIDE;
  }

  static String instance(WakeUp wakeUp) {
    return wakeUp instanceof WakeUp.Execute execute
        ? execute.promotion() + " " + execute.target()
        : wakeUp.promotion().value();
  }

  static WakeUp read(String task, String instance) {
    int blank = instance.indexOf(' ');
    if (blank < 0) {
      return new WakeUp.Decide(new PromotionId(instance));
    }
    return new WakeUp.Execute(
        new PromotionId(instance.substring(0, blank)),
        new TargetName(instance.substring(blank + 1)),
        new ShardName(task.substring(EXECUTE.length())));
  }

  /** Tells whether a task decides, instead of working on the targets of a shard. */
  static boolean isDecision(String task) {
    return task.equals(DECIDE);
  }

  static List<String> served(Set<ShardName> shards) {
    List<String> tasks = new ArrayList<>();
    tasks.add(DECIDE);
    shards.forEach(shard -> tasks.add(EXECUTE + shard));
    return List.copyOf(tasks);
  }
}
