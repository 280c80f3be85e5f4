package dev.gatehouse.gate;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.approval.Confirmation;
import dev.gatehouse.approval.Involved;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Subject;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything a gate may look at.
 *
 * @param now the time of the question
 * @param plan the plan in force
 * @param wave the wave that would start
 * @param written the commits of the desired state that this promotion wrote
 * @param involved who wrote or proposed the change
 * @param approvals every approval that was given
 * @param confirmations every text that a person typed to confirm a loss
 * @param waivers every waiver that was granted
 * @param revoked the gates of which an approval or a waiver was taken back
 * @param evidence every fact that is known
 * @param passes the stages that the change has passed
 * @param ahead promotions of the same application that run in this stage now
 * @param windows every window of the installation
 * @param shards every shard of the installation
 * @param directory who is in which group now
 */
public record GateContext(
    Instant now,
    Plan plan,
    Wave wave,
    Map<TargetName, Revision> written,
    Involved involved,
    List<Approval> approvals,
    List<Confirmation> confirmations,
    List<Waiver> waivers,
    Set<GateName> revoked,
    List<Evidence> evidence,
    List<StagePass> passes,
    List<PromotionId> ahead,
    List<PromotionWindow> windows,
    Map<ShardName, Shard> shards,
    Directory directory) {
  /** Copies the collections. */
  public GateContext {
    written = Map.copyOf(written);
    approvals = List.copyOf(approvals);
    confirmations = List.copyOf(confirmations);
    waivers = List.copyOf(waivers);
    revoked = Set.copyOf(revoked);
    evidence = List.copyOf(evidence);
    passes = List.copyOf(passes);
    ahead = List.copyOf(ahead);
    windows = List.copyOf(windows);
    shards = Map.copyOf(shards);
  }

  /** Returns whether this is the plan's first wave: before it every gate is asked. */
  public boolean isFirstWave() {
    return plan.waves().isEmpty() || wave.number() == plan.waves().get(0).number();
  }

  /**
   * Returns it without the facts of a bake that were not stated since that bake began. A fact about
   * a target and its commit stays: it cannot be older than the write.
   */
  public GateContext bakingSince(Instant began) {
    List<Evidence> known =
        evidence.stream()
            .filter(
                fact ->
                    !fact.check().isOfBake()
                        || fact.at().isAfter(began)
                        || fact.about().filter(GateContext::isOfTheWrite).isPresent())
            .toList();
    return new GateContext(
        now,
        plan,
        wave,
        written,
        involved,
        approvals,
        confirmations,
        waivers,
        revoked,
        known,
        passes,
        ahead,
        windows,
        shards,
        directory);
  }

  private static boolean isOfTheWrite(Subject subject) {
    return subject.target().isPresent() && subject.revision().isPresent();
  }

  /** Returns the words that say where a hold is: application, change and stage. */
  public String where() {
    return "stage " + plan.stage() + ", " + plan.change().id().brief();
  }
}
