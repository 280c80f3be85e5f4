package dev.gatehouse.gate;

import dev.gatehouse.plan.TargetPlan;
import dev.gatehouse.policy.GateName;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.TargetName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds a wave while one of its shards is frozen, unreachable or only visible. */
public record ShardGate() implements Gate {
  /** The hold. */
  public static final ReasonCode SHARD_NOT_EXECUTABLE = ReasonCode.of("shard-not-executable");

  private static final Duration RECHECK = Duration.ofMinutes(5);

  @Override
  public GateName name() {
    return GateName.SHARD;
  }

  @Override
  public Set<Moment> moments() {
    return Set.of(Moment.BEFORE_START, Moment.BEFORE_WAVE);
  }

  @Override
  public GateVerdict judge(GateContext context) {
    List<String> ready = new ArrayList<>();
    for (TargetName target : context.wave().targets()) {
      ShardName name =
          context.plan().target(target).map(TargetPlan::shard).orElse(new ShardName("unknown"));
      Optional<String> why = problem(Optional.ofNullable(context.shards().get(name)));
      if (why.isPresent()) {
        return new GateVerdict.Pending(
            new Reason(
                SHARD_NOT_EXECUTABLE,
                "Shard " + name + " " + why.get() + ".",
                context.where() + ", target " + target,
                "Make the shard executable again in gatehouse.yaml, or abort the promotion."),
            context.now().plus(RECHECK));
      }
      ready.add("shard " + name + " is executable");
    }
    return new GateVerdict.Passed(ready.stream().distinct().toList());
  }

  private static Optional<String> problem(Optional<Shard> shard) {
    if (shard.isEmpty()) {
      return Optional.of("is not defined");
    }
    if (shard.get().frozen().isPresent()) {
      return Optional.of("is frozen: " + shard.get().frozen().get());
    }
    return switch (shard.get().reach()) {
      case EXECUTABLE -> Optional.empty();
      case VISIBLE_ONLY -> Optional.of("is visible only: its own operators must promote there");
      case UNREACHABLE -> Optional.of("cannot be reached");
    };
  }
}
