package dev.gatehouse.plan;

import dev.gatehouse.change.ApplicationName;
import dev.gatehouse.change.Artifact;
import dev.gatehouse.change.Author;
import dev.gatehouse.change.Change;
import dev.gatehouse.change.Revision;
import dev.gatehouse.evidence.EvidenceDemand;
import dev.gatehouse.policy.ApprovalRule;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.Slice;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.risk.ChangeClass;
import dev.gatehouse.risk.Exposure;
import dev.gatehouse.risk.Reversibility;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.risk.RiskFactor;
import dev.gatehouse.risk.RiskLevel;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes plans for tests: shop to production on shard eu, application LOW, nothing asked. */
public final class PlanBuilder {
  private List<StageName> after = List.of();
  private Stage.Requires requires = Stage.Requires.ALL;
  private ApprovalRule approval = ApprovalRule.NONE;
  private List<EvidenceDemand> evidence = List.of();
  private Set<String> windows = Set.of();
  private boolean typed;
  private Duration soak = Duration.ZERO;
  private DefinitionOfDone done = DefinitionOfDone.NONE;
  private RiskLevel level = RiskLevel.LOW;
  private List<RiskFactor> factors = List.of();
  private boolean effect = true;
  private String artifact = "ghcr.io/acme/shop:1.4.2";
  private Optional<Revision> source = Optional.empty();
  private List<TargetName> targets = List.of(new TargetName("shop-eu"));

  private PlanBuilder() {}

  /** Starts a plan. */
  public static PlanBuilder plan() {
    return new PlanBuilder();
  }

  /** Sets the stages before. */
  public PlanBuilder after(Stage.Requires wanted, String... stages) {
    requires = wanted;
    after = List.of(stages).stream().map(StageName::new).toList();
    return this;
  }

  /** Sets the decisions. */
  public PlanBuilder approval(ApprovalRule rule) {
    approval = rule;
    return this;
  }

  /** Sets the evidence. */
  public PlanBuilder evidence(EvidenceDemand... demands) {
    evidence = List.of(demands);
    return this;
  }

  /** Sets the windows on request. */
  public PlanBuilder windows(String... names) {
    windows = Set.of(names);
    return this;
  }

  /** Asks for a typed confirmation. */
  public PlanBuilder typed() {
    typed = true;
    return this;
  }

  /** Sets the soak time. */
  public PlanBuilder soak(Duration time) {
    soak = time;
    return this;
  }

  /** Sets the definition of done. */
  public PlanBuilder done(DefinitionOfDone checks) {
    done = checks;
    return this;
  }

  /** Sets the level and the factors of the risk. */
  public PlanBuilder risk(RiskLevel wanted, RiskFactor... found) {
    level = wanted;
    factors = List.of(found);
    return this;
  }

  /** Says that no object differs. */
  public PlanBuilder withoutEffect() {
    effect = false;
    return this;
  }

  /** Pins the artifact to a digest and names the source commit. */
  public PlanBuilder pinned(String digest, String commit) {
    artifact = "ghcr.io/acme/shop@" + digest;
    source = Optional.of(new Revision(commit));
    return this;
  }

  /** Sets the targets of the first wave. */
  public PlanBuilder targets(String... names) {
    targets = List.of(names).stream().map(TargetName::new).toList();
    return this;
  }

  /** Returns the plan. */
  public Plan build() {
    Change change =
        new Change(
            new ApplicationName("shop"),
            List.of(Artifact.parse(artifact)),
            source,
            List.of(new Author("ann")),
            "a change");
    Exposure exposure =
        new Exposure(Set.of("eu"), 2, Set.of(new ApplicationName("shop")), Set.of(), false);
    return new Plan(
        change,
        new StageName("production"),
        after,
        requires,
        targets.stream()
            .map(t -> new TargetPlan(t, new ShardName("eu"), "0".repeat(64), List.of(), 0))
            .toList(),
        new RiskAssessment(
            ChangeClass.APPLICATION, level, Reversibility.R0, exposure, factors, effect),
        List.of(new Wave(1, targets)),
        new ControlModel(
            "test",
            ChangeClass.APPLICATION,
            level,
            List.of(Slice.REST),
            Bake.NONE,
            Bake.NONE,
            approval,
            evidence,
            windows,
            WayBack.REVERT,
            typed),
        soak,
        done,
        List.of(),
        WayBack.REVERT,
        List.of(),
        List.of());
  }
}
