package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ApplicationEntry;
import dev.gatehouse.config.document.GrantEntry;
import dev.gatehouse.config.document.RightsEntry;
import dev.gatehouse.config.document.ShardEntry;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.identity.Grant;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes the rights. */
record RightsAssembly(Groups groups, Names names) {
  Rights assemble(
      Optional<RightsEntry> written,
      Listing<ApplicationEntry> applications,
      Listing<ShardEntry> shards) {
    Map<Verb, List<Grant>> grants = new EnumMap<>(Verb.class);
    written.ifPresent(
        entry -> {
          put(Verb.SEE, entry.see(), grants);
          put(Verb.PROPOSE, entry.propose(), grants);
          put(Verb.ATTEST, entry.attest(), grants);
          put(Verb.APPROVE, entry.approve(), grants);
          put(Verb.REJECT, entry.reject(), grants);
          put(Verb.WAIVE, entry.waive(), grants);
          put(Verb.ABORT, entry.abort(), grants);
          put(Verb.EXECUTE, entry.execute(), grants);
          put(Verb.ADMINISTER, entry.administer(), grants);
          entry.grants().forEach(grant -> scoped(grant, applications, shards, grants));
        });
    return new Rights(grants);
  }

  private void put(
      Verb verb, Optional<Listing<Located<String>>> holders, Map<Verb, List<Grant>> grants) {
    holders.ifPresent(listed -> add(verb, new Grant(groups(listed), Scope.EVERYWHERE), grants));
  }

  private void scoped(
      GrantEntry entry,
      Listing<ApplicationEntry> applications,
      Listing<ShardEntry> shards,
      Map<Verb, List<Grant>> grants) {
    Set<String> apps =
        applications.stream().map(app -> app.name().value()).collect(Collectors.toSet());
    Set<String> stages =
        applications.stream()
            .flatMap(app -> app.stages().stream())
            .map(stage -> stage.name().value())
            .collect(Collectors.toSet());
    boolean allStages = applications.stream().allMatch(app -> app.stages().complete());
    Set<String> ofShards =
        shards.stream().map(shard -> shard.name().value()).collect(Collectors.toSet());
    Scope scope =
        new Scope(
            known("application", entry.applications(), apps, applications.complete()),
            known("stage", entry.stages(), stages, applications.complete() && allStages),
            known("shard", entry.shards(), ofShards, shards.complete()));
    Grant grant = new Grant(groups(entry.groups()), scope);
    entry.verbs().forEach(verb -> add(verb, grant, grants));
  }

  private Set<String> groups(Listing<Located<String>> written) {
    return known("group", written, groups.names(), groups.judged());
  }

  private Set<String> known(
      String what, Listing<Located<String>> written, Set<String> all, boolean judged) {
    Set<String> found = new TreeSet<>();
    for (Located<String> name : written) {
      names.known(what, name, all, judged);
      found.add(name.value());
    }
    return found;
  }

  private static void add(Verb verb, Grant grant, Map<Verb, List<Grant>> grants) {
    grants.computeIfAbsent(verb, any -> new ArrayList<>()).add(grant);
  }
}
