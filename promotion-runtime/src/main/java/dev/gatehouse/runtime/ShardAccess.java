package dev.gatehouse.runtime;

import dev.gatehouse.identity.Caller;
import dev.gatehouse.identity.Place;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.reason.Reason;
import dev.gatehouse.reason.ReasonCode;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which shards a caller may drive: the one place where the right to execute is asked for them. */
final class ShardAccess {
  private ShardAccess() {}

  /** Returns every shard that targets can be driven on. */
  static Set<ShardName> executable(Rulebook rules) {
    return rules.shards().values().stream()
        .filter(shard -> shard.reach() == Shard.Reach.EXECUTABLE)
        .map(Shard::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns those of these shards that the caller may drive. */
  static Set<ShardName> driven(Set<ShardName> shards, Caller by, Rulebook rules) {
    return shards.stream()
        .filter(shard -> refusal(shard, by, rules).isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Returns why the caller gets no worker: one it named is closed to it, or every one is. */
  static Optional<Reason> refusal(
      Set<ShardName> named, Set<ShardName> driven, Caller by, Rulebook rules) {
    Optional<Reason> ofNamed =
        named.stream()
            .sorted((a, b) -> a.value().compareTo(b.value()))
            .flatMap(
                shard ->
                    rules.shards().containsKey(shard)
                        ? refusal(shard, by, rules).stream()
                        : Optional.of(unknown(shard, rules)).stream())
            .findFirst();
    return driven.isEmpty() ? ofNamed.or(() -> ofAll(by, rules)) : ofNamed;
  }

  /** Where no shard is executable, a right that holds anywhere is enough to decide. */
  private static Optional<Reason> ofAll(Caller by, Rulebook rules) {
    return executable(rules).stream()
        .sorted((a, b) -> a.value().compareTo(b.value()))
        .flatMap(shard -> refusal(shard, by, rules).stream())
        .findFirst()
        .or(() -> rules.refusal(by, Verb.EXECUTE));
  }

  private static Optional<Reason> refusal(ShardName shard, Caller by, Rulebook rules) {
    return rules.refusal(by, Verb.EXECUTE, Place.ofShard(shard.value()));
  }

  private static Reason unknown(ShardName shard, Rulebook rules) {
    List<String> known = rules.shards().keySet().stream().map(ShardName::value).sorted().toList();
    return new Reason(
        ReasonCode.of("unknown-shard"),
        "There is no shard '" + shard + "'.",
        "the shards to drive",
        "Use some of: " + String.join(", ", known) + ".");
  }
}
