package dev.gatehouse.testkit.engine;

import static dev.gatehouse.testkit.Callers.caller;
import static dev.gatehouse.testkit.Changes.aChange;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.evidence.Evidence;
import dev.gatehouse.history.PromotionEvent;
import dev.gatehouse.history.Recorded;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.plan.Plan;
import dev.gatehouse.plan.PromotionId;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.Quorum;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.promotion.Promotion;
import dev.gatehouse.promotion.TargetState;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskInput;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.ManualEngine;
import dev.gatehouse.testkit.Rulebooks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever others commit and however the rules change, a plan made again asks for no less. */
class PlannedAgainProperties {
  private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");
  private static final List<String> SHARDS = List.of("x", "y", "z");
  private static long plans;

  /** One act and its parameters. */
  record Act(int kind, int a, int b) {}

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void noSequenceOfDriftsAndNewRulesLowersWhatAPlanAsksFor(@ForAll("sequences") List<Act> acts) {
    Story story = new Story();
    acts.forEach(story::act);
    List<Recorded> history = story.engine.store().read(story.id);
    Plan before = null;
    for (int i = 0; i < history.size(); i++) {
      if (history.get(i).event() instanceof PromotionEvent.PlanSealed sealed) {
        plans++;
        countsWhatIsWritten(Promotion.of(history.subList(0, i)), sealed.plan(), story);
        if (before != null) {
          asksNoLess(before, sealed.plan());
        }
        before = sealed.plan();
      }
    }
  }

  private static void countsWhatIsWritten(Promotion promotion, Plan plan, Story story) {
    for (TargetState state : promotion.targets().values()) {
      if (state.holdsOurCommit()) {
        assertThat(plan.target(state.target())).as("%s again", state.target()).isEmpty();
        assertThat(plan.risk().exposure().shards())
            .as("exposure counts %s", state.target())
            .containsAnyElementsOf(story.shardsOf(state.target().value()));
      }
    }
  }

  private static void asksNoLess(Plan before, Plan after) {
    assertThat(after.risk().level()).isGreaterThanOrEqualTo(before.risk().level());
    assertThat(after.risk().changeClass()).isGreaterThanOrEqualTo(before.risk().changeClass());
    assertThat(after.risk().reversibility()).isGreaterThanOrEqualTo(before.risk().reversibility());
    assertThat(after.wayBack()).isGreaterThanOrEqualTo(before.wayBack());
    assertThat(people(after)).isGreaterThanOrEqualTo(people(before));
    assertThat(after.controls().evidence()).containsAll(before.controls().evidence());
    assertThat(after.controls().windows()).containsAll(before.controls().windows());
    assertThat(after.controls().firstBake().time())
        .isGreaterThanOrEqualTo(before.controls().firstBake().time());
    assertThat(after.controls().laterBake().samples())
        .isGreaterThanOrEqualTo(before.controls().laterBake().samples());
    assertThat(after.soak()).isGreaterThanOrEqualTo(before.soak());
    assertThat(after.definitionOfDone().checks()).containsAll(before.definitionOfDone().checks());
    assertThat(after.controls().typedConfirmation() || !before.controls().typedConfirmation())
        .isTrue();
    assertThat(after.risk().effect() || !before.risk().effect()).isTrue();
  }

  private static int people(Plan plan) {
    return plan.controls().approval().quorums().stream()
        .filter(quorum -> quorum.groups().contains("owners"))
        .mapToInt(Quorum::count)
        .sum();
  }

  @Provide
  Arbitrary<List<Act>> sequences() {
    Arbitrary<Integer> number = Arbitraries.integers().between(0, 99);
    return Combinators.combine(Arbitraries.integers().between(0, 6), number, number)
        .as(Act::new)
        .list()
        .ofMinSize(3)
        .ofMaxSize(25);
  }

  @AfterContainer
  static void report() {
    System.out.printf("Plans made again: %d plans compared%n", plans);
  }

  /** A promotion and what happens around it. */
  private static final class Story {
    private final Map<String, String> defined = new TreeMap<>();
    private final Map<String, Set<String>> driven = new TreeMap<>();
    private int strictness = 1;
    private int mood = 1;
    private final ManualEngine engine;
    private final PromotionId id;

    Story() {
      NAMES.forEach(name -> defined.put(name, SHARDS.get(NAMES.indexOf(name) % SHARDS.size())));
      Rulebooks all = rules();
      engine = new ManualEngine(all.build(), all.repository(), this::assess);
      defined.remove("e");
      engine.rules(rules().build());
      id = engine.propose(aChange(), "prod").id();
      engine.runAnyDue();
    }

    /** Returns every shard that ever drove a target. */
    Set<String> shardsOf(String target) {
      return driven.getOrDefault(target, Set.of());
    }

    private RiskAssessment assess(RiskInput input) {
      RiskLevel level =
          List.of(RiskLevel.values())
              .get(Math.floorMod(mood + input.exposure().shards().size(), 4));
      return FixedRisk.of(
              List.of(ChangeClass.values()).get(Math.floorMod(mood, 3)),
              level,
              List.of(Reversibility.values()).get(Math.floorMod(mood / 3, 2)))
          .assess(input);
    }

    private Rulebooks rules() {
      List<String> targets = new ArrayList<>();
      defined.forEach((name, shard) -> targets.add(name + "@" + shard));
      defined.forEach(
          (name, shard) -> driven.computeIfAbsent(name, n -> new TreeSet<>()).add(shard));
      int strict = strictness;
      return Rulebooks.of("shop")
          .stage("prod", targets.toArray(String[]::new))
          .controls(model -> asked(model, strict));
    }

    private static ControlModel asked(ControlModel model, int strict) {
      ControlModel waves =
          Controls.waves(model, strict % 2 == 0 ? Slice.EACH : Slice.count(2), Slice.EACH);
      int level = List.of(RiskLevel.values()).indexOf(model.level());
      ControlModel facts = strict > 2 ? Controls.evidence(waves, "trust.f" + level) : waves;
      ControlModel baked = Controls.bake(facts, Bake.of(Duration.ofMinutes(strict)).time());
      int seats = (level + strict) % 3;
      return seats == 0
          ? baked
          : baked.with(
              new ApprovalRule(List.of(Quorum.of(seats, "owners")), true, Duration.ofDays(7)));
    }

    void act(Act act) {
      switch (act.kind()) {
        case 0 -> commit(NAMES.get(act.a() % NAMES.size()), act.b());
        case 1 -> {
          strictness = act.a() % 5;
          mood = act.b();
          engine.rules(rules().build());
        }
        case 2 -> {
          String name = NAMES.get(act.a() % NAMES.size());
          boolean last = defined.size() == 1 && defined.containsKey(name);
          if (!last && defined.remove(name) == null) {
            defined.put(name, SHARDS.get(act.b() % SHARDS.size()));
          }
          engine.rules(rules().build()).restart();
        }
        case 3 -> {
          defined.computeIfPresent(
              NAMES.get(act.a() % NAMES.size()), (n, s) -> SHARDS.get(act.b() % SHARDS.size()));
          engine.rules(rules().build()).restart();
        }
        case 4 -> {
          for (int level = 0; level < 4; level++) {
            engine
                .evidence()
                .says("trust.f" + level, Evidence.Condition.Status.TRUE, engine.clock().instant());
          }
        }
        default -> approve();
      }
      engine.tick(Duration.ofMinutes(1 + act.b() % 7));
    }

    private void commit(String target, int version) {
      engine
          .git()
          .commitFile(
              "main",
              Rulebooks.file(target),
              "image: registry.example/shop:1." + version + "\nreplicas: 2\n");
    }

    private void approve() {
      Promotion promotion = engine.promotion(id);
      promotion
          .plan()
          .ifPresent(
              plan ->
                  List.of("olga", "otto")
                      .forEach(
                          name ->
                              engine
                                  .promotions()
                                  .approve(
                                      id,
                                      plan.hash().value(),
                                      "",
                                      "",
                                      caller(Actor.person(name, "owners")))));
    }
  }
}
