package dev.gatehouse.plan;

import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import java.util.List;

/**
 * What a plan does to one target.
 *
 * @param target the target
 * @param shard who drives it
 * @param diffDigest the digest of its whole manifest diff and of the edited files
 * @param edits the first of its edits, for people
 * @param omitted how many more there are
 */
public record TargetPlan(
    TargetName target, ShardName shard, String diffDigest, List<PlannedEdit> edits, int omitted) {
  /** Copies the list. */
  public TargetPlan {
    edits = List.copyOf(edits);
  }
}
