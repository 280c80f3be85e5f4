package dev.gatehouse.plan;

import dev.gatehouse.change.CanonicalDigest;
import dev.gatehouse.change.Change;
import dev.gatehouse.policy.Bake;
import dev.gatehouse.policy.ControlModel;
import dev.gatehouse.policy.DefinitionOfDone;
import dev.gatehouse.policy.WayBack;
import dev.gatehouse.risk.RiskAssessment;
import dev.gatehouse.stage.Stage;
import dev.gatehouse.stage.StageName;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a person agrees to when approving: what changes where, how risky it is, and what
 * controls it.
 *
 * @param change what is promoted
 * @param stage where to
 * @param after the stages it must have passed
 * @param requires whether all of them or any
 * @param targets what happens to each target
 * @param risk how risky that is, and why
 * @param waves in which order
 * @param controls the control model with the stage's demands
 * @param soak how long the change must have run before
 * @param definitionOfDone the checks it must meet
 * @param windows the rules of the windows that apply, as text
 * @param wayBack what happens on failure
 * @param unchanged the targets that hold the change already and have proven it; not sealed
 * @param overwrites what others changed since the promotion was first planned and is overwritten
 */
public record Plan(
    Change change,
    StageName stage,
    List<StageName> after,
    Stage.Requires requires,
    List<TargetPlan> targets,
    RiskAssessment risk,
    List<Wave> waves,
    ControlModel controls,
    Duration soak,
    DefinitionOfDone definitionOfDone,
    List<String> windows,
    WayBack wayBack,
    List<TargetName> unchanged,
    List<Overwrite> overwrites) {
  /** Copies the lists. */
  public Plan {
    unchanged = List.copyOf(unchanged);
    overwrites = List.copyOf(overwrites);
    after = List.copyOf(after);
    targets = List.copyOf(targets);
    waves = List.copyOf(waves);
    windows = List.copyOf(windows);
  }

  /**
   * Returns the seal over all of it; texts that only explain (edits, file lines, title) are left
   * out.
   */
  public PlanHash hash() {
    CanonicalDigest digest = new CanonicalDigest();
    digest.add(new ChangeId(change.id().brief())).add(stage).add(after).add(requires);
    for (TargetPlan target : targets) {
      digest.add(target.target()).add(target.shard()).add(target.diffDigest());
    }
    digest
        .add(risk)
        .add(waves)
        .add(controls)
        .add(soak)
        .add(definitionOfDone)
        .add(windows)
        .add(wayBack);
    if (!overwrites.isEmpty()) {
      digest.add(overwrites);
    }
    return new PlanHash(digest.hex());
  }

  /**
   * The short form of a change's id, as hashes of earlier versions have it; approvals in their
   * ledgers still count. What the change does is sealed in full by the targets' digests.
   */
  private record ChangeId(String value) {}

  /**
   * Returns how long a wave is watched: the first one of this plan longer than the others, and one
   * that an earlier plan started no shorter than any.
   */
  public Bake bakeAfter(int wave) {
    boolean earlier = waves.isEmpty() || wave < waves.get(0).number();
    if (earlier) {
      return controls.firstBake().max(controls.laterBake());
    }
    return waves.get(0).number() == wave ? controls.firstBake() : controls.laterBake();
  }

  /** Returns the wave of this number. */
  public Optional<Wave> wave(int number) {
    return waves.stream().filter(wave -> wave.number() == number).findFirst();
  }

  /** Returns what happens to one target. */
  public Optional<TargetPlan> target(TargetName name) {
    return targets.stream().filter(target -> target.target().equals(name)).findFirst();
  }
}
