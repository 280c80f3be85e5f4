package dev.gatehouse.promotion;

import dev.gatehouse.approval.Revocation;
import dev.gatehouse.gate.GateContext;
import dev.gatehouse.gate.StagePass;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What surrounds a promotion when a decision is made.
 *
 * @param now the time of the decision
 * @param passes the stages that the change has passed
 * @param ahead promotions of the same application that run in this stage now
 * @param newer the newest promotion of the same application to this stage, when it is not this one
 *     and this one has not started
 * @param windows every window
 * @param shards every shard
 * @param directory who is in which group now
 * @param stage what the rules say now about the promotion's stage
 */
public record Situation(
    Instant now,
    List<StagePass> passes,
    List<PromotionId> ahead,
    Optional<Promotion> newer,
    List<PromotionWindow> windows,
    Map<ShardName, Shard> shards,
    Directory directory,
    StageNow stage) {
  /** Copies the collections. */
  public Situation {
    passes = List.copyOf(passes);
    ahead = List.copyOf(ahead);
    windows = List.copyOf(windows);
    shards = Map.copyOf(shards);
  }

  /** Returns what the gates of this wave may look at. */
  GateContext around(Promotion promotion, Plan plan, Wave wave) {
    return new GateContext(
        now,
        plan,
        wave,
        promotion.written(),
        promotion.involved(directory),
        promotion.approvals(),
        promotion.confirmations(),
        promotion.waivers(),
        promotion.revocations().stream().map(Revocation::gate).collect(Collectors.toSet()),
        promotion.evidence(),
        passes,
        ahead,
        windows,
        shards,
        directory);
  }
}
