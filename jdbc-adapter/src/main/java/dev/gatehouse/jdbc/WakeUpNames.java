package dev.gatehouse.jdbc;

import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.spi.WakeUp;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How wake-ups are named in db-scheduler's table: one task for decisions, one for sources of
 * evidence, one for each shard, so that a process takes only what it serves. Names hold no blank,
 * so a blank separates them.
 */
final class WakeUpNames {
  private static final String DECIDE = "decide";
  private static final String COLLECT = "collect";
  private static final String EXECUTE = "execute ";

  private WakeUpNames() {}

  static String task(WakeUp wakeUp) {
    return switch (wakeUp.kind()) {
      case DECIDE -> DECIDE;
      case COLLECT -> COLLECT;
      case EXECUTE -> EXECUTE + ((WakeUp.Execute) wakeUp).shard();
    };
  }

  static String instance(WakeUp wakeUp) {
    return switch (wakeUp.kind()) {
      case DECIDE -> wakeUp.promotion().value();
      case COLLECT -> wakeUp.promotion() + " " + ((WakeUp.Collect) wakeUp).source();
      case EXECUTE -> wakeUp.promotion() + " " + ((WakeUp.Execute) wakeUp).target();
    };
  }

  static WakeUp read(String task, String instance) {
    int blank = instance.indexOf(' ');
    if (blank < 0) {
      return new WakeUp.Decide(new PromotionId(instance));
    }
    PromotionId promotion = new PromotionId(instance.substring(0, blank));
    String what = instance.substring(blank + 1);
    if (task.equals(COLLECT)) {
      return new WakeUp.Collect(promotion, new SourceName(what));
    }
    return new WakeUp.Execute(
        promotion, new TargetName(what), new ShardName(task.substring(EXECUTE.length())));
  }

  /** Returns whether a task decides, instead of working on the targets of a shard. */
  static boolean isDecision(String task) {
    return task.equals(DECIDE);
  }

  /** Returns whether a task asks a source of evidence. */
  static boolean isCollection(String task) {
    return task.equals(COLLECT);
  }

  static List<String> served(Set<ShardName> shards) {
    List<String> tasks = new ArrayList<>();
    tasks.add(DECIDE);
    tasks.add(COLLECT);
    shards.forEach(shard -> tasks.add(EXECUTE + shard));
    return List.copyOf(tasks);
  }
}
