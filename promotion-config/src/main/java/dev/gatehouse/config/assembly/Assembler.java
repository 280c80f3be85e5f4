package dev.gatehouse.config.assembly;

import dev.gatehouse.config.controlplane.ControlPlaneFormat;
import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.GatehouseDocument;
import dev.gatehouse.config.document.WaiversEntry;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.settings.GatehouseSettings;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.evidence.SourceName;
import dev.gatehouse.identity.Directory;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.policy.ControlModels;
import dev.gatehouse.policy.PromotionWindow;
import dev.gatehouse.policy.Rulebook;
import dev.gatehouse.policy.WaiverRules;
import dev.gatehouse.stage.Mirror;
import dev.gatehouse.stage.Repository;
import dev.gatehouse.stage.Shard;
import dev.gatehouse.stage.ShardName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Makes the domain out of the file as written; immutable and thread-safe.
 *
 * @param defaults the control models that the file changes
 * @param controlPlanes the kinds of control planes that the file may name
 * @param folder where relative paths start
 */
public record Assembler(
    ControlModels defaults, List<ControlPlaneFormat<?, ?>> controlPlanes, Path folder) {
  /** Copies the list. */
  public Assembler {
    controlPlanes = List.copyOf(controlPlanes);
  }

  /**
   * What a file says, in the words of the domain; of use only when no mistake was noted.
   *
   * @param rulebook the rules
   * @param settings the rest
   */
  public record Assembled(Rulebook rulebook, GatehouseSettings settings) {}

  /** Assembles what can be assembled; mistakes are noted, and so is what is worth a look. */
  public Assembled assemble(GatehouseDocument document, Problems problems, Problems notices) {
    Names names = new Names(problems);
    Identities identities = new Identities(names, problems);
    Directory directory = identities.directory(document.identities());
    Groups groups = identities.groups(document.identities(), directory);
    SecretPlaces places = new SecretPlaces(folder, problems);
    SettingsAssembly settings = new SettingsAssembly(places, problems);
    ControlPlanes planes = ControlPlanes.of(controlPlanes, document.shards(), places, names);
    Map<String, Repository> repositories = settings.repositories(document.repositories(), names);
    Map<ShardName, Shard> shards = new Shards(names).assemble(document.shards());
    Windows windows = new Windows(names, problems);
    List<PromotionWindow> calendar = windows.assemble(document.windows(), stages(document));
    DefinedNames known = known(document, repositories.keySet(), windows, groups);
    Applications applications =
        new Applications(
            new PartsOf(names, problems, known), planes, repositories, shards, document.roles());
    named(document, names).forEach(applications::add);
    applications.refuseSameTargets();
    planes.check();
    GatehouseSettings rest = settings.assemble(document, planes.servers(), directory);
    PartsOf parts = new PartsOf(names, problems, known);
    ControlModels models = new Models(parts).over(defaults, document);
    Rulebook rulebook =
        new Rulebook(
            applications.paths(),
            shards,
            models,
            applications.demands(),
            calendar,
            applications.roles(),
            rights(document, groups, names),
            directory,
            parts.rollback(document.rollbacks()),
            waivers(document));
    new Notices(document, defaults, models, directory, sources(), notices).look();
    applications.noticeOutside(notices);
    new QuorumCheck(document, rulebook, groups, problems, notices).run();
    return new Assembled(rulebook, rest);
  }

  private Set<String> sources() {
    return controlPlanes.stream()
        .flatMap(plane -> plane.sources().stream())
        .map(SourceName::value)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Collection<ApplicationEntry> named(GatehouseDocument document, Names names) {
    return names
        .unique("application", document.applications(), application -> application.name())
        .values();
  }

  private static Rights rights(GatehouseDocument document, Groups groups, Names names) {
    return new RightsAssembly(groups, names)
        .assemble(document.rights(), document.applications(), document.shards());
  }

  private static WaiverRules waivers(GatehouseDocument document) {
    return document
        .waivers()
        .flatMap(WaiversEntry::longest)
        .map(WaiverRules::new)
        .orElse(WaiverRules.DEFAULT);
  }

  private static Listing<Located<String>> stages(GatehouseDocument document) {
    return new Listing<>(
        document.applications().stream()
            .flatMap(application -> application.stages().stream())
            .map(stage -> stage.name())
            .toList(),
        document.applications().complete()
            && document.applications().stream().allMatch(a -> a.stages().complete()));
  }

  private static DefinedNames known(
      GatehouseDocument document, Set<String> repositories, Windows windows, Groups groups) {
    Set<String> shards = new TreeSet<>();
    document.shards().forEach(shard -> shards.add(shard.name().value()));
    return new DefinedNames(
        repositories,
        document.repositories().complete(),
        document.mirrors().stream().map(m -> new Mirror(m.of().value(), m.at().value())).toList(),
        shards,
        document.shards().complete(),
        windows.names(document.windows()),
        document.windows().complete(),
        groups);
  }
}
