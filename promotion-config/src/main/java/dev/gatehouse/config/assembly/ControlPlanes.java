package dev.gatehouse.config.assembly;

import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import dev.gatehouse.config.controlplane.FollowedTarget;
import dev.gatehouse.config.controlplane.ServerContext;
import dev.gatehouse.config.controlplane.TargetContext;
import dev.gatehouse.config.document.FollowerEntry;
import dev.gatehouse.config.document.Placement;
import dev.gatehouse.config.document.ShardEntry;
import dev.gatehouse.config.problem.Place;
import dev.gatehouse.config.problem.ProblemCodes;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.ControlPlaneServer;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes what the file says to control planes of every kind; used once, by one thread. */
final class ControlPlanes {
  private final List<Kind<?, ?>> kinds;
  private final Problems problems;
  private final Map<String, List<FollowedTarget>> followed = new LinkedHashMap<>();

  private ControlPlanes(List<Kind<?, ?>> kinds, Problems problems) {
    this.kinds = List.copyOf(kinds);
    this.problems = problems;
  }

  static ControlPlanes of(
      List<ControlPlaneFormat<?, ?>> formats,
      Listing<ShardEntry> shards,
      ServerContext context,
      Names names) {
    List<Kind<?, ?>> kinds = new ArrayList<>();
    for (ControlPlaneFormat<?, ?> format : formats) {
      kinds.add(Kind.of(format, shards, context, names));
    }
    return new ControlPlanes(kinds, names.problems());
  }

  /** Returns how the control planes of each shard are reached, by the name of the shard. */
  Map<String, List<ControlPlaneServer>> servers() {
    Map<String, List<ControlPlaneServer>> all = new LinkedHashMap<>();
    for (Kind<?, ?> kind : kinds) {
      kind.servers()
          .forEach(
              (shard, server) ->
                  all.computeIfAbsent(shard.value(), name -> new ArrayList<>()).add(server));
    }
    return all;
  }

  /** Returns what a target says to the control plane that follows it; empty when none does. */
  Optional<ControlPlaneSettings> settings(
      Placement placement, Placeholders words, ShardName shard) {
    Map<String, FollowerEntry> followers = placement.followers();
    if (followers.size() > 1) {
      Place second = List.copyOf(followers.values()).get(1).place();
      problems.add(
          second,
          ProblemCodes.WRONG_COMBINATION,
          "Two control planes would follow one target: "
              + String.join(", ", followers.keySet())
              + ".",
          "Keep one of the keys at this level.");
      return Optional.empty();
    }
    return kinds.stream()
        .flatMap(kind -> kind.settings(followers, words, shard).stream())
        .findFirst();
  }

  /** Remembers a target whose settings hold no mistake, for {@link #check}. */
  void follow(String application, Target target, Placement placement, Place place) {
    Map<String, FollowerEntry> followers = placement.followers();
    followers.forEach(
        (key, entry) -> {
          if (followers.size() == 1 && !problems.within(entry.place().path())) {
            String name = application + "/" + target.name();
            target
                .controlPlane()
                .map(said -> new FollowedTarget(name, target.shard(), said, place))
                .ifPresent(followed.computeIfAbsent(key, none -> new ArrayList<>())::add);
          }
        });
  }

  /** Notes what is wrong between targets. */
  void check() {
    for (Kind<?, ?> kind : kinds) {
      List<FollowedTarget> targets = followed.getOrDefault(kind.format().key(), List.of());
      kind.format().check(targets, kind.servers(), problems);
    }
  }

  /** One kind with what the file says to it. */
  private record Kind<S extends Record, F extends Record & FollowerEntry>(
      ControlPlaneFormat<S, F> format,
      Map<ShardName, ControlPlaneServer> servers,
      Set<String> shards) {

    static <S extends Record, F extends Record & FollowerEntry> Kind<S, F> of(
        ControlPlaneFormat<S, F> format,
        Listing<ShardEntry> shards,
        ServerContext context,
        Names names) {
      Map<ShardName, ControlPlaneServer> servers = new LinkedHashMap<>();
      for (ShardEntry shard : shards) {
        shard
            .controlPlanes()
            .get(format.key(), format.serverEntry())
            .flatMap(entry -> format.server(entry, context))
            .ifPresent(server -> servers.putIfAbsent(new ShardName(shard.name().value()), server));
      }
      Set<String> with = new Shards(names).with(format.key(), shards);
      return new Kind<>(format, servers, with);
    }

    Optional<ControlPlaneSettings> settings(
        Map<String, FollowerEntry> followers, Placeholders words, ShardName shard) {
      TargetContext context = new TargetWords(words, shard, shards.contains(shard.value()));
      return Optional.ofNullable(followers.get(format.key()))
          .map(entry -> format.settings(format.followerEntry().cast(entry), context));
    }
  }
}
