package dev.gatehouse.testkit.simulation;

import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.testkit.Controls;
import dev.gatehouse.testkit.FixedRisk;
import dev.gatehouse.testkit.Rulebooks;
import dev.gatehouse.testkit.SettableClock;
import dev.gatehouse.testkit.Windows;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The rules under which one simulation runs, drawn from its seed. */
record Terms(
    int approvals,
    boolean evidence,
    List<Slice> waves,
    Bake bake,
    FixedRisk risk,
    PromotionWindow freeze,
    int concurrency) {
  static final List<String> OWNERS = List.of("olga", "otto", "omar");
  static final String CHECK = "trust.tests";

  static Terms draw(Random random) {
    List<List<Slice>> waves =
        List.of(List.of(Slice.REST), List.of(Slice.EACH), List.of(Slice.count(1), Slice.REST));
    Reversibility[] ways = Reversibility.values();
    RiskLevel level = random.nextInt(4) == 0 ? RiskLevel.CRITICAL : RiskLevel.LOW;
    return new Terms(
        random.nextInt(3),
        random.nextInt(3) == 0,
        waves.get(random.nextInt(waves.size())),
        random.nextBoolean() ? Bake.NONE : Bake.of(Duration.ofMinutes(5)),
        FixedRisk.of(
            ChangeClass.APPLICATION, level, ways[random.nextInt(4) == 0 ? random.nextInt(4) : 0]),
        Windows.deny(
            "freeze",
            SettableClock.onMonday().instant().plusSeconds(random.nextInt(1800)),
            Duration.ofSeconds(600 + random.nextInt(3000))),
        1 + random.nextInt(2));
  }

  Rulebooks rules() {
    Rulebooks rules =
        Rulebooks.of("shop")
            .stage("dev", "dev-1@lab")
            .stage("prod", "eu-1@eu", "eu-2@eu", "us-1@us")
            .shard("eu", concurrency)
            .controls(this::controls)
            .window(freeze)
            .person("pat", "owners")
            .person("ann", "owners")
            .person("mia", "others");
    OWNERS.forEach(owner -> rules.person(owner, "owners"));
    return rules;
  }

  private ControlModel controls(ControlModel model) {
    ControlModel asked = Controls.waves(model, waves.toArray(Slice[]::new));
    asked = bake.time().isZero() ? asked : Controls.bake(asked, bake.time());
    asked = evidence ? Controls.evidence(asked, CHECK) : asked;
    return approvals == 0 ? asked : Controls.approvals(asked, approvals, "owners");
  }
}
