package dev.gatehouse.testkit.simulation;

import static dev.gatehouse.testkit.Callers.caller;

import dev.gatehouse.api.WaiverRequest;
import dev.gatehouse.approval.Waiver;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent.WayBackChosen.Choice;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.spi.LiveState;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.testkit.Changes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What people and the world around do, each act named by three numbers. */
final class People {
  private static final List<String> ALL = List.of("olga", "otto", "omar", "ann", "pat", "mia");
  private static final List<GateName> GATES =
      List.of(
          GateName.APPROVAL,
          GateName.EVIDENCE,
          GateName.PROMOTION_WINDOW,
          GateName.STAGE_ORDER,
          GateName.RISK);
  private static final LiveState.Status[] LIVE = LiveState.Status.values();
  private static final List<String> TARGETS = List.of("dev-1", "eu-1", "eu-2", "us-1");

  /** How many kinds of acts there are; those without a name let time pass to the next wake-up. */
  static final int KINDS = 22;

  private final World world;
  private int version = 1;

  People(World world) {
    this.world = world;
  }

  /** Does one act; the numbers may be anything. */
  void act(int kind, int a, int b) {
    switch (Math.floorMod(kind, KINDS)) {
      case 0 -> propose(Math.floorMod(a, 2) == 0 ? ++version : version, "dev");
      case 1 -> propose(Math.floorMod(a, 5) == 0 ? ++version : version, "prod");
      case 2, 3, 4, 5 -> some(a).ifPresent(p -> approve(p, person(b)));
      case 6 -> some(a).ifPresent(p -> approve(p, "0".repeat(12), person(b)));
      case 7 -> some(a).ifPresent(p -> waive(p.id(), b));
      case 8 -> some(a).ifPresent(p -> confirm(p.id(), b));
      case 9 -> some(a).filter(p -> b % 3 == 0).ifPresent(p -> abort(p.id(), person(b)));
      case 10 -> some(a).filter(p -> b % 3 == 0).ifPresent(p -> reject(p.id(), person(b)));
      case 11 -> some(a).ifPresent(p -> chooseWayBack(p.id(), b));
      case 12 -> world.live.answer(TARGETS.get(Math.floorMod(a, 4)), status(b));
      case 13 -> world.live.down(Math.floorMod(a, 4) == 0);
      case 14 -> evidence(a, b);
      case 15 -> world.clock.advance(Duration.ofSeconds(1 + Math.floorMod(a, 300)));
      case 16 -> world.wakeUps.takeOver();
      default -> world.wakeUps.nextServed().ifPresent(this::until);
    }
  }

  /** Mostly live; sometimes something else. */
  private static LiveState.Status status(int b) {
    return LIVE[Math.floorMod(b, 3) == 0 ? Math.floorMod(b / 3, LIVE.length) : 0];
  }

  private void confirm(PromotionId id, int b) {
    GateName gate = GATES.get(Math.floorMod(b, GATES.size()));
    world.act(e -> e.confirmWaiver(id, gate, caller(person(b / 5))));
  }

  private void reject(PromotionId id, Actor by) {
    world.act(e -> e.reject(id, "not like this", caller(by)));
  }

  private void until(java.time.Instant next) {
    if (next.isAfter(world.clock.instant())) {
      world.clock.set(next);
    }
  }

  private void propose(int number, String stage) {
    world.act(
        e ->
            e.propose(
                Changes.aChange("shop", "v" + number),
                new StageName(stage),
                List.of(),
                caller(Actor.person("pat"))));
  }

  void approve(Promotion promotion, Actor by) {
    promotion.plan().ifPresent(plan -> approve(promotion, plan.hash().value(), by));
  }

  private void approve(Promotion promotion, String hash, Actor by) {
    world.act(e -> e.approve(promotion.id(), hash, "", "", caller(by)));
  }

  private void waive(PromotionId id, int b) {
    Waiver.Scope scope = b % 2 == 0 ? Waiver.Scope.PLAN : Waiver.Scope.PROMOTION;
    world.act(
        e ->
            e.waive(
                id,
                new WaiverRequest(
                    GATES.get(Math.floorMod(b, GATES.size())),
                    "olga",
                    "it cannot wait until then",
                    scope,
                    world.clock.instant().plusSeconds(1200)),
                caller(person(b))));
  }

  void abort(PromotionId id, Actor by) {
    world.act(e -> e.abort(id, "enough", caller(by)));
  }

  void chooseWayBack(PromotionId id, int b) {
    Choice choice = Math.floorMod(b, 2) == 0 ? Choice.REVERT : Choice.FORWARD;
    world.act(e -> e.chooseWayBack(id, choice, "customers wait", caller(Actor.person("olga"))));
  }

  void evidence(int a, int b) {
    Evidence.Condition.Status[] all = Evidence.Condition.Status.values();
    Evidence.Condition.Status status = all[a % 3 == 0 ? Math.floorMod(b, all.length) : 0];
    world.evidence.says(Terms.CHECK, status, world.clock.instant());
    world.evidence.down(Math.floorMod(b, 5) == 0);
  }

  static Actor person(int which) {
    return Actor.person(ALL.get(Math.floorMod(which, ALL.size())));
  }

  private Optional<Promotion> some(int which) {
    List<Promotion> all = world.invariants.promotions();
    int from = Math.max(0, all.size() - 3);
    List<Promotion> recent = all.subList(from, all.size());
    return recent.isEmpty()
        ? Optional.empty()
        : Optional.of(recent.get(Math.floorMod(which, recent.size())));
  }
}
