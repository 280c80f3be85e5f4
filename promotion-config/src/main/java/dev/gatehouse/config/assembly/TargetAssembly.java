package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.Placement;
import dev.gatehouse.config.document.StageEntry;
import dev.gatehouse.config.document.TargetEntry;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.stage.ControlPlaneSettings;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import dev.gatehouse.stage.Target;
import dev.gatehouse.stage.TargetName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes the targets of one stage. */
record TargetAssembly(
    PartsOf parts,
    ControlPlanes controlPlanes,
    Map<String, Repository> repositories,
    Map<ShardName, Shard> shards,
    ApplicationEntry application,
    StageEntry stage,
    Gaps gaps) {

  /** Returns whether no edit of the target was lost to a mistake. */
  boolean isWhole(TargetEntry entry) {
    return placement(entry).updates().filter(Listing::complete).isPresent();
  }

  /** Returns where the target is, by all three levels. */
  Placement placement(TargetEntry entry) {
    return entry.placement().over(stage.placement()).over(application.placement());
  }

  Optional<Target> assemble(TargetEntry entry) {
    Placement placement = placement(entry);
    Placeholders words = words(entry);
    Optional<Repository> repository = repository(placement, entry);
    Optional<ShardName> shard = shard(placement, words, entry);
    Placeholders all = words.and("shard", shard.map(ShardName::value).orElse("shard"));
    Optional<String> folder = placement.folder().map(all::fill);
    if (folder.isEmpty()) {
      missing("folder", "Add it to the target, to its stage or to its application.", entry);
    }
    UpdateAssembly updates = new UpdateAssembly(all, parts.known().mirrors(), parts.problems());
    if (placement.updates().isEmpty()) {
      missing(
          "updates",
          "Say what a promotion edits, at the target, its stage or its application.",
          entry);
    }
    List<dev.gatehouse.stage.Update> edits =
        placement.updates().map(updates::assemble).orElse(List.of());
    Optional<ControlPlaneSettings> controlPlane =
        shard.flatMap(name -> controlPlanes.settings(placement, all, name));
    return repository.isEmpty()
            || shard.isEmpty()
            || folder.isEmpty()
            || placement.updates().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Target(
                new TargetName(entry.name().value()),
                shard.get(),
                repository.get(),
                folder.get(),
                edits,
                entry.order().orElse(0),
                tenants(entry),
                controlPlane,
                placement.healthyWithin().orElse(Target.HEALTHY_WITHIN),
                placement.writtenWithin().orElse(Target.WRITTEN_WITHIN)));
  }

  private static Set<String> tenants(TargetEntry entry) {
    Set<String> tenants = new TreeSet<>();
    entry.tenants().forEach(tenant -> tenants.add(tenant.value()));
    return tenants;
  }

  private Placeholders words(TargetEntry entry) {
    return new Placeholders(
        Map.of(
            "application", application.name().value(),
            "stage", stage.name().value(),
            "target", entry.name().value()),
        parts.problems());
  }

  private Optional<Repository> repository(Placement placement, TargetEntry target) {
    if (placement.repository().isEmpty()) {
      if (repositories.size() == 1 && parts.known().allRepositories()) {
        return repositories.values().stream().findFirst();
      }
      if (parts.known().allRepositories()) {
        missing(
            "repository",
            "There are several; name one of: " + String.join(", ", repositories.keySet()) + ".",
            target);
      }
      return Optional.empty();
    }
    Located<String> name = placement.repository().get();
    parts
        .names()
        .known("repository", name, parts.known().repositories(), parts.known().allRepositories());
    return Optional.ofNullable(repositories.get(name.value()));
  }

  private Optional<ShardName> shard(Placement placement, Placeholders words, TargetEntry target) {
    DefinedNames known = parts.known();
    if (placement.shard().isEmpty()) {
      if (shards.size() == 1 && known.allShards()) {
        return shards.keySet().stream().findFirst();
      }
      if (known.allShards()) {
        missing(
            "shard",
            "There are several; name one of: " + String.join(", ", known.shards()) + ".",
            target);
      }
      return Optional.empty();
    }
    Located<String> written = placement.shard().get();
    String name = words.fill(written);
    if (name.contains("{")) {
      return Optional.empty();
    }
    boolean good =
        parts
            .names()
            .known(
                "shard", new Located<>(name, written.place()), known.shards(), known.allShards());
    return good ? Optional.of(new ShardName(name)) : Optional.empty();
  }

  /** Remembers a gap, unless a mistake at one of the three levels explains it. */
  private void missing(String key, String next, TargetEntry target) {
    boolean explained =
        Stream.of(target.place(), stage.place(), application.place())
            .anyMatch(place -> parts.problems().directlyIn(place.path()));
    if (!explained) {
      gaps.add(key, next, target);
    }
  }
}
