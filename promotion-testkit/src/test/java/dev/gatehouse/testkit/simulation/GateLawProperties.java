package dev.gatehouse.testkit.simulation;

import static dev.gatehouse.testkit.Callers.caller;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.approval.Approval;
import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.evidence.Evidence.Condition.Status;
import dev.gatehouse.gate.GateResult;
import dev.gatehouse.gate.Gates;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.StageDemands;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskInput;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.risk.RiskModel;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import dev.gatehouse.testkit.Changes;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.InMemoryCommit;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.RecordingDesiredStateWriter;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.Windows;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random promotions, diffs and rules: whenever a byte is written, every gate has answered open
 * since the last plan, and what the gates look at is so. What is so is told without asking the
 * gates.
 */
class GateLawProperties {
  private static final String CHECK = "trust.tests";
  private static final List<String> OWNERS = List.of("olga", "otto", "omar");
  private static final Duration SOAK = Duration.ofMinutes(20);
  private static int writes;
  private static int withoutEffect;

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void noByteIsWrittenUnlessEveryGateHasAnsweredOpenSinceTheLastPlan(@ForAll long seed) {
    Random random = new Random(seed);
    World world = new World(random);
    for (int turn = 0; turn < 40; turn++) {
      world.act();
    }
  }

  @AfterContainer
  static void report() {
    System.out.printf("gates: %d writes, %d of them without effect%n", writes, withoutEffect);
    assertThat(writes).isGreaterThan(100);
    assertThat(withoutEffect).isGreaterThan(20);
  }

  /** What the rules ask for; some of it by the control model, some by the stage. */
  private record Asks(int approvals, boolean evidence, Duration soak, boolean byStage) {
    static Asks draw(Random random) {
      return new Asks(
          random.nextInt(3),
          random.nextBoolean(),
          random.nextBoolean() ? SOAK : Duration.ZERO,
          random.nextBoolean());
    }

    StageDemands demands() {
      ApprovalRule rule =
          approvals == 0
              ? ApprovalRule.NONE
              : new ApprovalRule(List.of(Quorum.of(approvals, "owners")), true, Duration.ofDays(7));
      return new StageDemands(
          byStage ? rule : ApprovalRule.NONE,
          soak,
          Bake.NONE,
          byStage && evidence
              ? List.of(dev.gatehouse.evidence.EvidenceDemand.of(CHECK))
              : List.of(),
          Set.of(),
          DefinitionOfDone.NONE);
    }
  }

  /** Class, level and effect of every diff, drawn again for each plan. */
  private record RandomRisk(Random random) implements RiskModel {
    @Override
    public RiskAssessment assess(RiskInput input) {
      RiskLevel level = List.of(RiskLevel.values()).get(random.nextInt(3));
      ChangeClass kind = List.of(ChangeClass.values()).get(random.nextInt(3));
      return new RiskAssessment(
          kind, level, Reversibility.R0, input.exposure(), List.of(), random.nextBoolean());
    }
  }

  private static final class World {
    private final Random random;
    private final Asks asks;
    private final ManualEngine engine;
    private Optional<String> frozen = Optional.empty();
    private Optional<PromotionWindow> freeze = Optional.empty();
    private int version = 1;
    private int outside;

    World(Random random) {
      this.random = random;
      this.asks = Asks.draw(random);
      Rulebooks rules = rules();
      this.engine = new ManualEngine(rules.build(), rules.repository(), new RandomRisk(random));
      engine.git().watcher(this::pushed);
    }

    private Rulebooks rules() {
      Rulebooks rules =
          Rulebooks.of("shop")
              .stage("dev", "dev-1@lab")
              .stage("prod", "eu-1@eu", "eu-2@eu", "us-1@us")
              .shard(new Shard(new ShardName("eu"), Shard.Reach.EXECUTABLE, 1, frozen))
              .demands("prod", asks.demands())
              .controls(
                  model -> {
                    var asked = Controls.waves(model, Slice.count(1), Slice.REST);
                    asked = Controls.bake(asked, Duration.ofMinutes(5));
                    if (asks.byStage()) {
                      return asked;
                    }
                    asked = asks.evidence() ? Controls.evidence(asked, CHECK) : asked;
                    return asks.approvals() == 0
                        ? asked
                        : Controls.approvals(asked, asks.approvals(), "owners");
                  });
      OWNERS.forEach(owner -> rules.person(owner, "owners"));
      rules.person("pat", "owners").person("ann", "owners");
      freeze.ifPresent(rules::window);
      return rules;
    }

    void act() {
      switch (random.nextInt(12)) {
        case 0 -> propose("dev", ++version);
        case 1 -> propose("prod", version);
        case 2, 3, 4 -> approve();
        case 5 -> says(random.nextInt(3) == 0 ? Status.FALSE : Status.TRUE);
        case 6 -> freezeShard();
        case 7 -> freezeCalendar();
        case 8 -> moveTheDesiredState();
        default -> engine.tick(Duration.ofMinutes(1 + random.nextInt(15)));
      }
      engine.runAnyDue();
    }

    private void propose(String stage, int number) {
      engine.propose(Changes.aChange("shop", "v" + number), stage);
    }

    private void approve() {
      Actor by = Actor.person(OWNERS.get(random.nextInt(OWNERS.size())));
      all().stream()
          .filter(promotion -> !promotion.phase().isFinal())
          .forEach(
              promotion ->
                  promotion
                      .plan()
                      .map(Plan::hash)
                      .ifPresent(
                          hash ->
                              engine
                                  .promotions()
                                  .approve(promotion.id(), hash.value(), "", "", caller(by))));
    }

    private void says(Status status) {
      engine.evidence().says(CHECK, status, engine.clock().instant());
    }

    private void freezeShard() {
      frozen = frozen.isPresent() ? Optional.empty() : Optional.of("storage work");
      engine.rules(rules().build());
    }

    private void freezeCalendar() {
      Instant now = engine.clock().instant();
      freeze =
          freeze.isPresent()
              ? Optional.empty()
              : Optional.of(
                  Windows.deny(
                      "freeze",
                      now.plusSeconds(random.nextInt(900)),
                      Duration.ofSeconds(60 + random.nextInt(3000))));
      engine.rules(rules().build());
    }

    private void moveTheDesiredState() {
      engine
          .git()
          .commitFile(
              Rulebooks.BRANCH,
              Rulebooks.file("eu-" + (1 + random.nextInt(2))),
              "image: registry.example/shop:outside" + ++outside + "\nreplicas: 2\n");
    }

    private List<Promotion> all() {
      return engine
          .promotions()
          .list(dev.gatehouse.api.PromotionQuery.ALL, caller(ManualEngine.PROPOSER))
          .found()
          .orElseThrow();
    }

    /** The law. */
    private void pushed(InMemoryCommit commit) {
      String id = commit.trailers().get(RecordingDesiredStateWriter.PROMOTION);
      if (id == null) {
        return;
      }
      writes++;
      List<Recorded> history = engine.store().read(new PromotionId(id));
      Promotion promotion = Promotion.of(history);
      Plan plan = promotion.lastPlan().orElseThrow();
      withoutEffect += plan.risk().effect() ? 0 : 1;
      everyGateHasAnsweredOpenSinceTheLastPlan(history);
      String target = commit.trailers().get(RecordingDesiredStateWriter.TARGET);
      ShardName shard = plan.target(new TargetName(target)).orElseThrow().shard();
      Instant now = engine.clock().instant();
      assertThat(frozen.isPresent() && shard.value().equals("eu")).as("frozen shard").isFalse();
      assertThat(freeze.map(window -> window.isOpen(now)).orElse(false)).as("freeze").isFalse();
      if (promotion.stage().value().equals("prod")) {
        stageAsks(promotion, plan);
      } else if (!asks.byStage()) {
        modelAsks(promotion, plan);
      }
    }

    private void stageAsks(Promotion promotion, Plan plan) {
      modelAsks(promotion, plan);
      Optional<Promotion> dev =
          all().stream()
              .filter(other -> other.stage().value().equals("dev"))
              .filter(other -> other.change().id().equals(promotion.change().id()))
              .filter(other -> other.phase().name().equals("SUCCEEDED"))
              .findFirst();
      assertThat(dev).as("passed dev").isPresent();
      assertThat(
              Duration.between(dev.get().phaseSince(), engine.clock().instant())
                  .compareTo(asks.soak()))
          .as("soaked")
          .isNotNegative();
    }

    private void modelAsks(Promotion promotion, Plan plan) {
      long people =
          promotion.approvals().stream()
              .filter(approval -> approval.planHash().equals(plan.hash()))
              .map(Approval::by)
              .map(by -> by.id().toLowerCase(Locale.ROOT))
              .filter(OWNERS::contains)
              .distinct()
              .count();
      assertThat(people).as("approvals").isGreaterThanOrEqualTo(asks.approvals());
      if (asks.evidence()) {
        assertThat(newestFact(promotion)).as("evidence").contains(Status.TRUE);
      }
    }
  }

  /** What the history knows: a source is asked now and then, and never before a write. */
  private static Optional<Status> newestFact(Promotion promotion) {
    return promotion.evidence().stream()
        .map(Evidence.Condition.class::cast)
        .reduce((older, newer) -> newer.at().isBefore(older.at()) ? older : newer)
        .map(Evidence.Condition::status);
  }

  private static void everyGateHasAnsweredOpenSinceTheLastPlan(List<Recorded> history) {
    int sealed =
        IntStream.range(0, history.size())
            .filter(i -> history.get(i).event() instanceof PromotionEvent.PlanSealed)
            .max()
            .orElseThrow();
    List<GateResult> answers =
        history.subList(sealed, history.size()).stream()
            .map(Recorded::event)
            .filter(PromotionEvent.GatesJudged.class::isInstance)
            .map(PromotionEvent.GatesJudged.class::cast)
            .map(PromotionEvent.GatesJudged::results)
            .filter(results -> results.stream().allMatch(r -> r.verdict().opens()))
            .filter(results -> results.size() == Gates.standard().names().size())
            .findFirst()
            .orElse(List.of());
    assertThat(answers)
        .extracting(GateResult::gate)
        .containsExactlyElementsOf(Gates.standard().names());
  }
}
