package dev.gatehouse.gate;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.approval.Confirmation;
import dev.gatehouse.approval.Involved;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PlanBuilder;
import dev.gatehouse.plan.PlanHash;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.plan.Wave;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Asks a gate about a plan at noon, with whatever a test adds. */
final class Asked {
  static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

  private final Plan plan;
  private final List<Approval> approvals = new ArrayList<>();
  private final Set<String> involved = new HashSet<>(Set.of("bob", "ann"));
  private final Set<GateName> revoked = new HashSet<>();
  private final List<Confirmation> confirmations = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private final List<Evidence> evidence = new ArrayList<>();
  private final List<StagePass> passes = new ArrayList<>();
  private final List<PromotionId> ahead = new ArrayList<>();
  private final List<PromotionWindow> windows = new ArrayList<>();
  private final Map<ShardName, Shard> shards = new HashMap<>();
  private Wave wave = new Wave(1, List.of(new TargetName("shop-eu")));
  private final Map<TargetName, Revision> written = new HashMap<>();
  private Instant now = NOON;
  private Directory directory = Directory.EMPTY;

  private Asked(Plan plan) {
    this.plan = plan;
    shards.put(new ShardName("eu"), Shard.of("eu", 1));
  }

  static Asked about(PlanBuilder plan) {
    return new Asked(plan.build());
  }

  Asked at(Instant time) {
    now = time;
    return this;
  }

  Asked wave(int number) {
    wave = new Wave(number, wave.targets());
    return this;
  }

  Asked wave(int number, String... targets) {
    wave = new Wave(number, List.of(targets).stream().map(TargetName::new).toList());
    return this;
  }

  Asked written(String target, String commit) {
    written.put(new TargetName(target), new Revision(commit));
    return this;
  }

  Asked approved(Actor by) {
    return approved(by, plan.hash(), NOON.minusSeconds(60));
  }

  Asked approved(Actor by, PlanHash hash, Instant at) {
    approvals.add(new Approval(by, hash, at, ""));
    return this;
  }

  Asked confirmed(String text) {
    confirmations.add(new Confirmation(Actor.person("pia"), text));
    return this;
  }

  Asked waived(Waiver waiver) {
    waivers.add(waiver);
    return this;
  }

  Asked fact(String check, Evidence.Condition.Status status, Duration age) {
    evidence.add(new Evidence.Condition(check, "ci", NOON.minus(age), status, "by a test"));
    return this;
  }

  Asked fact(String check, String source, Evidence.Condition.Status status, Duration age) {
    evidence.add(
        new Evidence.Condition(check, source, NOON.minus(age), status, "by " + source + "."));
    return this;
  }

  Asked fact(Evidence fact) {
    evidence.add(fact);
    return this;
  }

  Asked involved(String id) {
    involved.add(id);
    return this;
  }

  Asked revoked(GateName gate) {
    revoked.add(gate);
    return this;
  }

  Asked passed(String stage, Duration ago, Optional<Duration> leftAgo) {
    passes.add(new StagePass(new StageName(stage), NOON.minus(ago), leftAgo.map(NOON::minus)));
    return this;
  }

  Asked behind(String promotion) {
    ahead.add(new PromotionId(promotion));
    return this;
  }

  Asked window(PromotionWindow window) {
    windows.add(window);
    return this;
  }

  Asked shard(Shard shard) {
    shards.put(shard.name(), shard);
    return this;
  }

  Asked noShard() {
    shards.clear();
    return this;
  }

  Asked directory(Actor... actors) {
    directory = Directory.of(actors);
    return this;
  }

  Plan plan() {
    return plan;
  }

  GateContext context() {
    return new GateContext(
        now,
        plan,
        wave,
        written,
        new Involved(involved),
        approvals,
        confirmations,
        waivers,
        Set.copyOf(revoked),
        evidence,
        passes,
        ahead,
        windows,
        shards,
        directory);
  }
}
